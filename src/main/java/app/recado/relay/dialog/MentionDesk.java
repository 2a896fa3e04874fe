package app.recado.relay.dialog;

import app.recado.protocol.Command;
import app.recado.protocol.Intent;
import app.recado.protocol.Json;
import app.recado.protocol.MentionRow;
import app.recado.protocol.Mentions;
import app.recado.protocol.MessageId;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Outcome;
import app.recado.protocol.RowKind;
import app.recado.protocol.UserId;
import app.recado.relay.account.Directory;
import app.recado.relay.account.Person;
import app.recado.relay.store.Scopes;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells people that a colleague's message names them. Who may not see the dialog is told nothing.
 * What is told lives in the change log alone.
 */
final class MentionDesk {

  /** More are not looked at in one command. */
  private static final int MOST = 1_000;

  private final Directory people;

  MentionDesk(Directory people) {
    this.people = people;
  }

  /** Looks who is named in a message of the caller; whoever was told before is not told again. */
  void look(Attempt a, MessageId id, String text) {
    if (text.indexOf('@') < 0) {
      return;
    }
    List<Person> all = people.active(a.tx());
    Set<String> named =
        Mentions.in(text, all.stream().map(Person::name).toList()).stream()
            .map(Mentions.Span::name)
            .collect(Collectors.toSet());
    if (named.isEmpty()) {
      return;
    }
    MessageRow message = MessageTable.find(a.tx(), id).orElseThrow();
    for (Person person : all) {
      boolean told =
          named.contains(person.name())
              && !person.id().equals(a.user())
              && a.dialog().isVisibleTo(Scopes.load(a.tx(), person.id()))
              && find(a.tx(), person.id(), id).isEmpty();
      if (told) {
        MentionRow row =
            new MentionRow(id, a.dialog().id, message.position(), a.user(), a.write().now(), false);
        a.write().putPrivate(row, a.dialog().id, person.id());
      }
    }
  }

  /** Notes that somebody has looked at what named them. What is not there is passed over. */
  Outcome read(Write write, UserId user, Command command, Intent.ReadMentions read) {
    if (read.messages().size() > MOST) {
      return Outcome.rejected(command.id(), "too_many", "messages");
    }
    Long seq = null;
    for (MessageId message : Set.copyOf(read.messages())) {
      MentionRow row = find(write.tx(), user, message).filter(found -> !found.read()).orElse(null);
      if (row != null) {
        seq = write.putPrivate(row.seen(), row.dialog(), user);
      }
    }
    return Outcome.applied(command.id(), seq);
  }

  private static Optional<MentionRow> find(Tx tx, UserId user, MessageId message) {
    return tx.first(
        "SELECT data FROM change WHERE kind = ? AND row_key = ?",
        row -> Json.read(row.text(1), MentionRow.class),
        RowKind.MENTION.ordinal(),
        user.value() + "/" + message.value());
  }
}
