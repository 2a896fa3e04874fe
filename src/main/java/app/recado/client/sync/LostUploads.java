package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.cache.OutboxState;
import app.recado.client.state.HeldItem;
import app.recado.protocol.CommandId;
import app.recado.protocol.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Sends a message again that came too late for its files: the relay had them and gave them up, and
 * this computer still has its copies. It becomes a new command, with what depends on it, which
 * waits for its files as any other does. Once for each file: what is refused twice is shown to the
 * agent.
 */
final class LostUploads {
  private final Outbox outbox;
  private final FileTransfers files;
  private final HeldCards cards;
  private final Delays delays;
  private final Set<String> again = new HashSet<>();

  LostUploads(Outbox outbox, FileTransfers files, HeldCards cards, Delays delays) {
    this.outbox = outbox;
    this.files = files;
    this.cards = cards;
    this.delays = delays;
  }

  void look() {
    for (OutboxEntry entry : List.copyOf(outbox.all())) {
      if (entry.state() == OutboxState.REJECTED
          && isForItsFiles(entry)
          && again.addAll(entry.command().intent().files())
          && files.areHere(entry.command().intent().files())) {
        sendAgain(entry);
      }
    }
  }

  /** Whether the relay refused it because it has not got its files. */
  static boolean isForItsFiles(OutboxEntry entry) {
    Outcome outcome = entry.outcome();
    return outcome != null
        && "not_found".equals(outcome.reason())
        && "files".equals(outcome.field());
  }

  private void sendAgain(OutboxEntry late) {
    List<CommandId> chain =
        cards.cards(outbox.all()).stream()
            .filter(card -> card.chain().contains(late.id()))
            .map(HeldItem::chain)
            .findFirst()
            .orElse(List.of(late.id()));
    List<Outbox.Act> acts =
        chain.stream()
            .map(outbox::entry)
            .filter(Objects::nonNull)
            .map(one ->
                new Outbox.Act(one.dialog(), one.command().basis(), one.command().intent(), true))
            .toList();
    outbox.replace(chain, acts, true, () -> files.lost(late.command().intent().files()));
    if (late.dialog() != null) {
      delays.stored(late.dialog());
    }
  }
}
