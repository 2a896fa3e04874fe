package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.state.DraftKey;
import app.recado.client.state.HeldItem;
import app.recado.protocol.Attachment;
import app.recado.protocol.Basis;
import app.recado.protocol.CommandId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.ScheduledRow;
import app.recado.protocol.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does what the agent chose on the card of what is held: its entries leave the outbox, and what
 * comes instead is written with them. Engine thread only.
 */
final class HeldChoices {
  private final DeskModel model;
  private final Outbox outbox;
  private final Drafts drafts;
  private final DraftShelf draftShelf;
  private final FileTransfers files;
  private final KeptAsMine keptAsMine;
  private final UserId me;

  HeldChoices(
      DeskModel model,
      Outbox outbox,
      Drafts drafts,
      DraftShelf draftShelf,
      FileTransfers files,
      KeptAsMine keptAsMine,
      UserId me) {
    this.model = model;
    this.outbox = outbox;
    this.drafts = drafts;
    this.draftShelf = draftShelf;
    this.files = files;
    this.keptAsMine = keptAsMine;
    this.me = me;
  }

  /**
   * @param today what the agent sees of the dialog now; null if it is gone
   * @return false if nothing of it is held any more
   */
  boolean resolve(HeldItem item, HeldItem.Choice choice, @Nullable Basis today) {
    List<OutboxEntry> chain = new ArrayList<>();
    List<Outbox.Act> callingBack = new ArrayList<>();
    List<Attachment> brought = new ArrayList<>();
    for (CommandId id : item.chain()) {
      OutboxEntry entry = outbox.entry(id);
      if (entry != null && entry.state().needsAttention()) {
        chain.add(entry);
      }
      ScheduledRow row = model.scheduled.get(new MessageId(id.value()));
      OutboxEntry late = Schedule.held(row);
      if (entry == null && row != null && late != null) {
        chain.add(late);
        brought.addAll(row.attachments());
        callingBack.add(
            new Outbox.Act(
                late.dialog(),
                null,
                new Intent.UnscheduleMessage(new MessageId(id.value())),
                true));
      }
    }
    if (chain.isEmpty()) {
      return false;
    }
    Resolution resolution = Resolution.of(choice, chain, today, me);
    DraftKey reply = new DraftKey(item.dialog(), DraftKind.REPLY);
    DraftKey whisper = new DraftKey(item.dialog(), DraftKind.WHISPER);
    boolean mine = choice == HeldItem.Choice.KEEP_AS_MINE;
    List<Outbox.Act> acts = new ArrayList<>(callingBack);
    acts.addAll(mine ? keptAsMine.withFiles(resolution.acts(), chain) : resolution.acts());
    outbox.replace(
        chain.stream().map(OutboxEntry::id).toList(),
        acts,
        resolution.whenOpen() || mine,
        () -> {
          files.brought(brought, null, null);
          if (mine) {
            acts.forEach(act -> files.sent(act.intent().files()));
          }
          if (!resolution.reply().isEmpty()) {
            drafts.write(drafts.appended(reply, resolution.reply()));
          }
          if (!resolution.whisper().isEmpty()) {
            drafts.write(drafts.appended(whisper, resolution.whisper()));
          }
          if (choice == HeldItem.Choice.KEEP_AS_DRAFT || choice == HeldItem.Choice.EDIT) {
            chain.forEach(draftShelf::returned);
          }
        });
    draftShelf.show(reply);
    draftShelf.show(whisper);
    return true;
  }
}
