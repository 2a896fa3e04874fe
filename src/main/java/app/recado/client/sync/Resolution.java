package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.state.HeldItem;
import app.recado.protocol.Basis;
import app.recado.protocol.CannedId;
import app.recado.protocol.CannedScope;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.MacroId;
import app.recado.protocol.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a choice on a held card comes down to: new commands with today's basis, or a draft. Pure.
 *
 * @param acts in order; each depends on those before it as any new act would
 * @param reply texts that become the reply draft
 * @param whisper texts that become the whisper draft
 * @param whenOpen whether the acts wait until the channel is open
 */
record Resolution(
    List<Outbox.Act> acts, List<String> reply, List<String> whisper, boolean whenOpen) {

  /**
   * @param chain what the card stands for, in order
   * @param today what the agent sees now; null if the dialog is gone
   */
  static Resolution of(
      HeldItem.Choice choice, List<OutboxEntry> chain, @Nullable Basis today, UserId me) {
    return switch (choice) {
      case KEEP_AS_DRAFT, EDIT -> asDraft(chain);
      case DISCARD, LEAVE_OPEN -> new Resolution(List.of(), List.of(), List.of(), false);
      case KEEP_AS_MINE -> acts(asMine(chain), false);
      case WHISPER, WHISPER_TO_OWNER -> acts(whispers(chain, today), false);
      case SEND_ANYWAY, FINISH_ANYWAY -> acts(again(chain, today), false);
      case SEND_WHEN_OPEN -> acts(again(chain, today), true);
      case REOPEN_AND_SEND -> acts(reopening(chain, today), false);
      case ANSWER_AND_SEND -> acts(claiming(new Intent.AcceptDialog(), chain, today, me), false);
      case TAKE_OVER, TAKE_OVER_AND_SEND -> acts(claiming(taking(today), chain, today, me), false);
    };
  }

  /** Under another id: what is there under the old one may be out of sight. */
  private static List<Outbox.Act> asMine(List<OutboxEntry> chain) {
    List<Outbox.Act> acts = new ArrayList<>();
    for (OutboxEntry entry : chain) {
      if (entry.command().intent() instanceof Intent.SaveCanned save) {
        Intent mine =
            new Intent.SaveCanned(
                new CannedId(entry.id().value()),
                CannedScope.PERSONAL,
                null,
                save.section(),
                save.title(),
                save.shortcut(),
                save.text(),
                save.files(),
                save.source());
        acts.add(new Outbox.Act(null, null, mine, false));
      } else if (entry.command().intent() instanceof Intent.SaveMacro save) {
        Intent mine =
            new Intent.SaveMacro(
                new MacroId(entry.id().value()),
                CannedScope.PERSONAL,
                null,
                save.name(),
                save.steps());
        acts.add(new Outbox.Act(null, null, mine, false));
      }
    }
    return acts;
  }

  private static Resolution acts(List<Outbox.Act> acts, boolean whenOpen) {
    return new Resolution(acts, List.of(), List.of(), whenOpen);
  }

  private static Resolution asDraft(List<OutboxEntry> chain) {
    List<String> reply = new ArrayList<>();
    List<String> whisper = new ArrayList<>();
    for (OutboxEntry entry : chain) {
      Intent intent = entry.command().intent();
      boolean toStaff =
          intent instanceof Intent.TransferDialog
              || (intent instanceof Intent.SendMessage send && send.whisper());
      (toStaff ? whisper : reply).addAll(HeldCards.text(intent));
    }
    return new Resolution(List.of(), reply, whisper, false);
  }

  private static List<Outbox.Act> whispers(List<OutboxEntry> chain, @Nullable Basis today) {
    List<Outbox.Act> acts = new ArrayList<>();
    for (OutboxEntry entry : chain) {
      for (Intent.SendMessage whisper : whispers(entry.command().intent())) {
        acts.add(new Outbox.Act(entry.dialog(), today, whisper, false));
      }
    }
    return acts;
  }

  private static List<Intent.SendMessage> whispers(Intent intent) {
    return intent instanceof Intent.SendMessage send
        ? List.of(
            new Intent.SendMessage(
                send.text(), true, send.quote(), send.files(), send.besideDraft()))
        : HeldCards.text(intent).stream()
            .map(text -> new Intent.SendMessage(text, true, null, List.of()))
            .toList();
  }

  /** The same intents again; claims of before are left out. */
  private static List<Outbox.Act> again(List<OutboxEntry> chain, @Nullable Basis basis) {
    List<Outbox.Act> acts = new ArrayList<>();
    for (OutboxEntry entry : chain) {
      if (!Chains.isClaim(entry.command().type())) {
        acts.add(new Outbox.Act(entry.dialog(), basis, entry.command().intent(), true));
      }
    }
    return acts;
  }

  /** Who has lost the dialog meanwhile leaves it to be accepted. */
  private static Intent taking(@Nullable Basis today) {
    return today != null && today.owner() == null
        ? new Intent.AcceptDialog()
        : new Intent.TakeOverDialog();
  }

  /** All of it belongs to the session that the first message opens, which has no id yet. */
  private static List<Outbox.Act> reopening(List<OutboxEntry> chain, @Nullable Basis today) {
    Basis none = today == null ? null : new Basis(null, null, today.channel(), today.lastMessage());
    return again(chain, none);
  }

  private static List<Outbox.Act> claiming(
      Intent claim, List<OutboxEntry> chain, @Nullable Basis today, UserId me) {
    DialogId dialog = chain.getFirst().dialog();
    List<Outbox.Act> acts = new ArrayList<>();
    acts.add(new Outbox.Act(dialog, today, claim, false));
    Basis mine =
        today == null ? null : new Basis(today.session(), me, today.channel(), today.lastMessage());
    for (Outbox.Act act : again(chain, mine)) {
      acts.add(new Outbox.Act(act.dialog(), act.basis(), act.intent(), false));
    }
    return acts;
  }
}
