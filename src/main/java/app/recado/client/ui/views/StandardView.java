package app.recado.client.ui.views;

import app.recado.client.state.DialogQuery;
import app.recado.client.state.DialogQuery.Trait;
import app.recado.client.state.DialogQuery.Wait;
import app.recado.client.state.DialogQuery.Whose;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionStatus.Group;
import java.util.Locale;
import java.util.Set;

/** The views that everybody has. */
enum StandardView {
  LATE(DialogQuery.ALL.waiting(Wait.SOON)),
  UNREAD(DialogQuery.ALL.of(Whose.MINE, null).with(Set.of(Trait.UNREAD))),
  FOLLOWED(DialogQuery.ALL.with(Set.of(Trait.FOLLOWED)).by(DialogQuery.Order.LATEST)),
  DRAFTS(DialogQuery.ALL.with(Set.of(Trait.DRAFT)).by(DialogQuery.Order.LATEST)),
  PRESSING(
      DialogQuery.ALL
          .in(Set.of(Group.UNANSWERED, Group.IN_WORK))
          .urgent(Set.of(Priority.URGENT, Priority.HIGH)));

  private final DialogQuery query;

  StandardView(DialogQuery query) {
    this.query = query;
  }

  DialogQuery query() {
    return query;
  }

  String words(Texts texts) {
    return texts.get("standard." + name().toLowerCase(Locale.ROOT));
  }
}
