package app.recado.client.sync;

import app.recado.client.state.Mention;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** Mentions as windows use them. */
final class SessionMentions implements DeskMentions {
  private final ObservableList<Mention> all;
  private final Consumer<Intent> outbox;

  /** On its way, and not shown yet: a timeline says at every turn what is looked at. */
  private final Set<MessageId> asked = new HashSet<>();

  SessionMentions(ObservableList<Mention> all, Consumer<Intent> outbox) {
    this.all = all;
    this.outbox = outbox;
  }

  @Override
  public ObservableList<Mention> all() {
    return all;
  }

  @Override
  public void read(List<MessageId> messages) {
    all.stream()
        .filter(mention -> !mention.isUnread())
        .forEach(mention -> asked.remove(mention.row().message()));
    List<MessageId> unread =
        all.stream()
            .filter(Mention::isUnread)
            .map(mention -> mention.row().message())
            .filter(messages::contains)
            .filter(asked::add)
            .toList();
    if (!unread.isEmpty()) {
      outbox.accept(new Intent.ReadMentions(unread));
    }
  }
}
