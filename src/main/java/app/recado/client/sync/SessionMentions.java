package app.recado.client.sync;

import app.recado.client.state.Mention;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** Mentions as windows use them. */
record SessionMentions(ObservableList<Mention> all, Consumer<Intent> outbox)
    implements DeskMentions {
  @Override
  public void read(List<MessageId> messages) {
    List<MessageId> unread =
        all.stream()
            .map(Mention::row)
            .filter(row -> !row.read() && messages.contains(row.message()))
            .map(row -> row.message())
            .toList();
    if (!unread.isEmpty()) {
      outbox.accept(new Intent.ReadMentions(unread));
    }
  }
}
