package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.Tags;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a new act when something unsent of the same kind waits: the customer sees one
 * version, the relay one command. Pure. Only entries that were never tried may be touched, and held
 * messages, which the agent edits in place.
 */
sealed interface Coalescing {
  /** Nothing to merge with: a command of its own. */
  record Separate() implements Coalescing {}

  /** The entry says something else now. */
  record Rewrite(CommandId entry, Intent intent) implements Coalescing {}

  /** The entries go, and nothing takes their place. */
  record Cancel(List<CommandId> entries) implements Coalescing {}

  static Coalescing of(@Nullable DialogId dialog, Intent intent, List<OutboxEntry> entries) {
    return switch (intent) {
      case Intent.EditMessage edit -> edit(edit, entries);
      case Intent.DeleteMessage delete -> delete(delete, entries);
      case Intent.MarkRead _, Intent.MarkUnread _ -> reading(intent, entries);
      case Intent.RenameDialog _,
          Intent.SetAvailability _,
          Intent.SetIdle _,
          Intent.SetPriority _ ->
          replaceLast(dialog, intent, entries);
      case Intent.SnoozeDialog _ -> replaceLast(dialog, intent, behindMessages(entries));
      case Intent.TagDialog tag -> tag(tag, entries);
      case Intent.SaveDraft save -> saveDraft(save, entries);
      case Intent.SaveCanned save -> saveCanned(save, entries);
      case Intent.CountCanned count -> countCanned(count, entries);
      case Intent.SaveMacro save -> saveMacro(save, entries);
      case Intent.UnscheduleMessage back -> unscheduled(back.message(), entries);
      case Intent.RescheduleMessage other -> rescheduled(other, entries);
      case Intent.PinDialog _ -> cancelOpposite(intent, new Intent.UnpinDialog(), entries);
      case Intent.UnpinDialog _ -> cancelOpposite(intent, new Intent.PinDialog(), entries);
      case Intent.MuteDialog _ -> cancelOpposite(intent, new Intent.UnmuteDialog(), entries);
      case Intent.UnmuteDialog _ -> cancelOpposite(intent, new Intent.MuteDialog(), entries);
      case Intent.FollowDialog _ -> cancelOpposite(intent, new Intent.UnfollowDialog(), entries);
      case Intent.UnfollowDialog _ -> cancelOpposite(intent, new Intent.FollowDialog(), entries);
      default -> new Separate();
    };
  }

  /**
   * What a step that was asked for before an act, and waits for more than that, has to do instead:
   * the later word counts, though the relay hears it first.
   *
   * @return null if it may do what it was to do
   */
  static @Nullable Intent heeding(Intent act, OutboxEntry step) {
    if (!isUntouched(step) || !step.command().type().equals(act.type())) {
      return null;
    }
    Intent before = step.command().intent();
    Intent now =
        switch (act) {
          case Intent.RenameDialog _, Intent.SetPriority _, Intent.SnoozeDialog _ -> act;
          case Intent.TagDialog tag -> heeding(tag, (Intent.TagDialog) before);
          default -> before;
        };
    return now.equals(before) ? null : now;
  }

  private static Intent heeding(Intent.TagDialog tag, Intent.TagDialog step) {
    List<String> add = Tags.merged(step.add(), List.of(), tag.remove());
    List<String> remove = Tags.merged(step.remove(), List.of(), tag.add());
    if (add.size() == step.add().size() && remove.size() == step.remove().size()) {
      return step;
    }
    // one that does nothing would be refused
    return add.isEmpty() && remove.isEmpty() ? tag : new Intent.TagDialog(add, remove);
  }

  private static Coalescing edit(Intent.EditMessage edit, List<OutboxEntry> entries) {
    OutboxEntry sent = message(edit.message(), entries);
    if (sent != null
        && (isUntouched(sent) || sent.state().needsAttention())
        && sent.command().intent() instanceof Intent.SendMessage send) {
      return new Rewrite(sent.id(), send.saying(edit.text()));
    }
    for (OutboxEntry entry : entries.reversed()) {
      if ((isUntouched(entry) || entry.state().needsAttention())
          && entry.command().intent() instanceof Intent.EditMessage before
          && before.message().equals(edit.message())) {
        return new Rewrite(entry.id(), edit);
      }
    }
    return new Separate();
  }

  private static Coalescing delete(Intent.DeleteMessage delete, List<OutboxEntry> entries) {
    OutboxEntry sent = message(delete.message(), entries);
    if (sent != null && (isUntouched(sent) || sent.state().needsAttention())) {
      return new Cancel(List.of(sent.id()));
    }
    return new Separate();
  }

  private static Coalescing unscheduled(MessageId back, List<OutboxEntry> entries) {
    OutboxEntry scheduled = message(back, entries);
    return scheduled != null && (isUntouched(scheduled) || scheduled.state().needsAttention())
        ? new Cancel(List.of(scheduled.id()))
        : new Separate();
  }

  private static Coalescing rescheduled(Intent.RescheduleMessage other, List<OutboxEntry> entries) {
    OutboxEntry scheduled = message(other.message(), entries);
    if (scheduled != null
        && isUntouched(scheduled)
        && scheduled.command().intent() instanceof Intent.ScheduleMessage first) {
      return new Rewrite(
          scheduled.id(),
          new Intent.ScheduleMessage(first.text(), first.quote(), first.files(), other.sendAt()));
    }
    return new Separate();
  }

  /** The command of the message that an entry sends, edits or deletes; its own for any other. */
  static CommandId messageOf(OutboxEntry entry) {
    if (!entry.command().isKnown()) {
      return entry.id();
    }
    return switch (entry.command().intent()) {
      case Intent.EditMessage edit -> new CommandId(edit.message().value());
      case Intent.DeleteMessage delete -> new CommandId(delete.message().value());
      default -> entry.id();
    };
  }

  /** An unsent edit of a message that is deleted now is of no use to anybody. */
  static List<CommandId> obsoleteEdits(MessageId deleted, List<OutboxEntry> entries) {
    return entries.stream()
        .filter(entry ->
            isUntouched(entry)
                && entry.command().intent() instanceof Intent.EditMessage edit
                && edit.message().equals(deleted))
        .map(OutboxEntry::id)
        .toList();
  }

  /** What was done after the last message to the customer. */
  private static List<OutboxEntry> behindMessages(List<OutboxEntry> entries) {
    int from = entries.size();
    while (from > 0
        && !(entries.get(from - 1).command().intent() instanceof Intent.SendMessage send
            && !send.whisper())) {
      from--;
    }
    return entries.subList(from, entries.size());
  }

  private static Coalescing replaceLast(
      @Nullable DialogId dialog, Intent intent, List<OutboxEntry> entries) {
    for (OutboxEntry entry : entries.reversed()) {
      if (isUntouched(entry)
          && Objects.equals(entry.dialog(), dialog)
          && entry.command().type().equals(intent.type())) {
        return new Rewrite(entry.id(), intent);
      }
    }
    return new Separate();
  }

  /** One set put in and one taken out, the later word on a tag counting. */
  private static Coalescing tag(Intent.TagDialog tag, List<OutboxEntry> entries) {
    for (OutboxEntry entry : entries.reversed()) {
      if (isUntouched(entry) && entry.command().intent() instanceof Intent.TagDialog before) {
        List<String> add = Tags.merged(before.add(), tag.add(), tag.remove());
        List<String> remove = Tags.merged(before.remove(), tag.remove(), tag.add());
        return new Rewrite(entry.id(), new Intent.TagDialog(add, remove));
      }
    }
    return new Separate();
  }

  /**
   * The later word counts, but reading alone never goes backwards. What is unread from the newest
   * on depends on what was read before, so it is said by itself.
   */
  private static Coalescing reading(Intent next, List<OutboxEntry> entries) {
    for (OutboxEntry entry : entries.reversed()) {
      String type = entry.command().type();
      if (!type.equals("dialog.markRead") && !type.equals("dialog.markUnread")) {
        continue;
      }
      Intent before = entry.command().intent();
      if (!isUntouched(entry)) {
        return new Separate();
      }
      if (next instanceof Intent.MarkUnread(Long position) && position == null) {
        return before instanceof Intent.MarkUnread
            ? new Rewrite(entry.id(), before)
            : new Separate();
      }
      return new Rewrite(entry.id(), further(next, before));
    }
    return new Separate();
  }

  private static Intent further(Intent next, Intent before) {
    return next instanceof Intent.MarkRead one
            && before instanceof Intent.MarkRead other
            && other.position() > one.position()
        ? other
        : next;
  }

  private static Coalescing saveDraft(Intent.SaveDraft save, List<OutboxEntry> entries) {
    for (OutboxEntry entry : entries.reversed()) {
      if (isUntouched(entry)
          && entry.command().intent() instanceof Intent.SaveDraft before
          && before.kind() == save.kind()) {
        // A save that is based on the one before it says something of its own.
        return before.version() == save.version() ? new Rewrite(entry.id(), save) : new Separate();
      }
    }
    return new Separate();
  }

  /** Unless it was deleted in between. */
  private static Coalescing saveCanned(Intent.SaveCanned save, List<OutboxEntry> entries) {
    for (OutboxEntry entry : entries.reversed()) {
      Intent before = entry.command().isKnown() ? entry.command().intent() : null;
      if (before instanceof Intent.DeleteCanned delete && delete.canned().equals(save.canned())) {
        return new Separate();
      }
      if (before instanceof Intent.SaveCanned one && one.canned().equals(save.canned())) {
        Intent whole = save.source() == null ? save.madeFrom(one.source()) : save;
        return isUntouched(entry) ? new Rewrite(entry.id(), whole) : new Separate();
      }
    }
    return new Separate();
  }

  /** Unless it was deleted in between. */
  private static Coalescing saveMacro(Intent.SaveMacro save, List<OutboxEntry> entries) {
    for (OutboxEntry entry : entries.reversed()) {
      Intent before = entry.command().isKnown() ? entry.command().intent() : null;
      if (before instanceof Intent.DeleteMacro delete && delete.macro().equals(save.macro())) {
        return new Separate();
      }
      if (before instanceof Intent.SaveMacro one && one.macro().equals(save.macro())) {
        return isUntouched(entry) ? new Rewrite(entry.id(), save) : new Separate();
      }
    }
    return new Separate();
  }

  private static Coalescing countCanned(Intent.CountCanned count, List<OutboxEntry> entries) {
    for (OutboxEntry entry : entries.reversed()) {
      if (isUntouched(entry)
          && entry.command().isKnown()
          && entry.command().intent() instanceof Intent.CountCanned before
          && before.canned().equals(count.canned())) {
        int times = before.times() + count.times();
        return new Rewrite(entry.id(), new Intent.CountCanned(count.canned(), times));
      }
    }
    return new Separate();
  }

  private static Coalescing cancelOpposite(
      Intent intent, Intent opposite, List<OutboxEntry> entries) {
    for (OutboxEntry entry : entries.reversed()) {
      String type = entry.command().type();
      if (type.equals(intent.type()) || type.equals(opposite.type())) {
        return isUntouched(entry) && type.equals(opposite.type())
            ? new Cancel(List.of(entry.id()))
            : new Separate();
      }
    }
    return new Separate();
  }

  private static @Nullable OutboxEntry message(MessageId id, List<OutboxEntry> entries) {
    for (OutboxEntry entry : entries) {
      if (entry.id().value().equals(id.value())) {
        return entry;
      }
    }
    return null;
  }

  private static boolean isUntouched(OutboxEntry entry) {
    return !entry.tried() && entry.state().isQueued();
  }
}
