package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.state.Mention;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Intent;
import app.recado.protocol.MentionRow;
import app.recado.protocol.MessageId;
import app.recado.protocol.Row;
import app.recado.protocol.RowKind;
import app.recado.protocol.UserRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Shows who named me where, with what I have looked at since laid over it, and which of it is news:
 * what comes after the start, once; nothing of a first snapshot. Engine thread only.
 */
final class MentionShelf {
  private static final int MOST = 200;

  private final DeskModel model;
  private final Function<MessageId, String> texts;
  private final Consumer<List<Mention>> shown;
  private final Set<MessageId> known = new HashSet<>();
  private final Set<MessageId> news = new HashSet<>();
  private Set<MessageId> looked = Set.of();

  /**
   * @param texts what a message says
   */
  MentionShelf(DeskModel model, Function<MessageId, String> texts, Consumer<List<Mention>> shown) {
    this.model = model;
    this.texts = texts;
    this.shown = shown;
  }

  /** What is there now is no news. */
  void known() {
    known.addAll(model.mentions.keySet());
  }

  /**
   * Shows what came.
   *
   * @param quiet whether none of it is news
   */
  void applied(Applied applied, boolean quiet, Collection<OutboxEntry> all) {
    boolean changed = applied.gone().stream().anyMatch(lost -> lost.kind() == RowKind.MENTION);
    for (Row row : applied.rows()) {
      if (row instanceof MentionRow mention) {
        changed = true;
        if (known.add(mention.message()) && !quiet && !mention.read()) {
          news.add(mention.message());
        }
      }
    }
    if (changed) {
      show(all);
    }
  }

  void queueChanged(Collection<OutboxEntry> all) {
    if (!looked.equals(looked(all))) {
      show(all);
    }
  }

  void show(Collection<OutboxEntry> all) {
    looked = looked(all);
    shown.accept(
        model.mentions.values().stream()
            .map(row -> looked.contains(row.message()) ? row.seen() : row)
            .sorted(Comparator.comparing(MentionRow::at).reversed())
            .limit(MOST)
            .map(this::mention)
            .toList());
  }

  private static Set<MessageId> looked(Collection<OutboxEntry> all) {
    Set<MessageId> looked = new HashSet<>();
    for (OutboxEntry entry : all) {
      if (entry.command().type().equals("mention.read")
          && entry.state().isPending()
          && entry.command().intent() instanceof Intent.ReadMentions read) {
        looked.addAll(read.messages());
      }
    }
    return looked;
  }

  private Mention mention(MentionRow row) {
    UserRow by = model.users.get(row.by());
    DialogRow dialog = model.dialogs.get(row.dialog());
    CustomerRow customer = dialog == null ? null : model.customers.get(dialog.customer());
    String name = customer == null ? "" : customer.name();
    String title =
        dialog == null || dialog.title().isEmpty() ? name : name + " — " + dialog.title();
    boolean fresh = !row.read() && news.contains(row.message());
    return new Mention(
        row,
        by == null ? "" : by.name(),
        title,
        fresh,
        fresh ? Overlay.snippet(texts.apply(row.message())) : "");
  }
}
