package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.state.HeldItem;
import app.recado.client.state.HeldItem.Choice;
import app.recado.protocol.CommandId;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.MacroStep;
import app.recado.protocol.Outcome;
import app.recado.protocol.OutcomeKind;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cards of what was held or rejected: one for each cause, with all that depends on it.
 */
final class HeldCards {
  private final DeskModel model;

  HeldCards(DeskModel model) {
    this.model = model;
  }

  List<HeldItem> cards(Collection<OutboxEntry> entries) {
    List<OutboxEntry> open =
        entries.stream().filter(entry -> entry.state().needsAttention()).toList();
    Set<CommandId> taken = new HashSet<>();
    List<HeldItem> cards = new ArrayList<>();
    for (OutboxEntry root : open) {
      if (taken.contains(root.id()) || dependsOnOneOf(root, open)) {
        continue;
      }
      List<OutboxEntry> chain = chain(root, open, taken);
      cards.add(card(root, chain));
    }
    return cards;
  }

  private static boolean dependsOnOneOf(OutboxEntry entry, List<OutboxEntry> open) {
    return reason(entry) == HeldReason.DEPENDS_ON_HELD
        && open.stream().anyMatch(other -> entry.command().after().contains(other.id()));
  }

  private static List<OutboxEntry> chain(
      OutboxEntry root, List<OutboxEntry> open, Set<CommandId> taken) {
    List<OutboxEntry> chain = new ArrayList<>();
    Set<CommandId> ids = new HashSet<>();
    for (OutboxEntry entry : open) {
      boolean belongs =
          entry == root
              || (sharesTheCause(entry, root)
                  && entry.command().after().stream().anyMatch(ids::contains));
      if (belongs && taken.add(entry.id())) {
        chain.add(entry);
        ids.add(entry.id());
      }
    }
    return chain;
  }

  /** What depends on a held command may be held for the same reason as that one. */
  private static boolean sharesTheCause(OutboxEntry entry, OutboxEntry root) {
    HeldReason reason = reason(entry);
    return reason != null && (reason == HeldReason.DEPENDS_ON_HELD || reason == reason(root));
  }

  private HeldItem card(OutboxEntry root, List<OutboxEntry> chain) {
    Outcome outcome = Objects.requireNonNull(root.outcome());
    DialogId dialog = root.dialog() == null ? new DialogId("none") : root.dialog();
    HeldReason reason = reason(root);
    List<String> texts =
        chain.stream().map(entry -> text(entry.command().intent())).flatMap(List::stream).toList();
    UserId by = outcome.now() == null ? null : outcome.now().by();
    UserRow culprit = by == null ? null : model.users.get(by);
    return new HeldItem(
        root.id(),
        dialog,
        title(dialog, root.command().intent()),
        root.command().type(),
        reason,
        reason == null ? outcome.reason() : null,
        outcome.now(),
        culprit == null ? null : culprit.name(),
        Objects.requireNonNullElse(root.command().madeAt(), Instant.EPOCH),
        texts,
        chain.stream().map(OutboxEntry::id).toList(),
        choices(root, reason, outcome.now(), !texts.isEmpty() || hasFiles(chain)));
  }

  /** A picture without a word is as much to lose as a text. */
  private static boolean hasFiles(List<OutboxEntry> chain) {
    return chain.stream().anyMatch(entry -> !entry.command().intent().files().isEmpty());
  }

  private String title(DialogId dialog, Intent intent) {
    if (intent instanceof Intent.SaveCanned save) {
      return save.title();
    }
    if (intent instanceof Intent.SaveMacro save) {
      return save.name();
    }
    DialogRow row = model.dialogs.get(dialog);
    if (row == null) {
      return "";
    }
    CustomerRow customer = model.customers.get(row.customer());
    String name = customer == null ? "" : customer.name();
    return row.title().isEmpty() ? name : name + " — " + row.title();
  }

  static List<String> text(Intent intent) {
    return switch (intent) {
      case Intent.SendMessage send -> send.text().isBlank() ? List.of() : List.of(send.text());
      case Intent.ScheduleMessage schedule ->
          schedule.text().isBlank() ? List.of() : List.of(schedule.text());
      case Intent.EditMessage edit -> List.of(edit.text());
      case Intent.SaveCanned save -> List.of(save.text());
      case Intent.SaveMacro save -> save.steps().stream().flatMap(HeldCards::text).toList();
      case Intent.TransferDialog transfer when transfer.comment() != null ->
          List.of(transfer.comment());
      default -> List.of();
    };
  }

  private static Stream<String> text(MacroStep step) {
    return switch (step) {
      case MacroStep.Reply(String text) -> Stream.of(text);
      case MacroStep.Whisper(String text) -> Stream.of(text);
      case MacroStep.Transfer(_, _, String comment) when !comment.isBlank() -> Stream.of(comment);
      case MacroStep.Rename(String title) -> Stream.of(title);
      default -> Stream.empty();
    };
  }

  /** Null when it was rejected. */
  static @Nullable HeldReason reason(OutboxEntry entry) {
    Outcome outcome = entry.outcome();
    if (outcome == null || outcome.outcome() != OutcomeKind.HELD || outcome.reason() == null) {
      return null;
    }
    try {
      return HeldReason.valueOf(outcome.reason().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      // A newer relay may know more reasons; what is always possible is then offered.
      return HeldReason.FORBIDDEN;
    }
  }

  /** The table "Held: reasons and choices", the default first. */
  private static List<Choice> choices(
      OutboxEntry root, @Nullable HeldReason reason, Outcome.@Nullable Now now, boolean hasText) {
    if (root.command().intent() instanceof Intent.SaveCanned
        || root.command().intent() instanceof Intent.SaveMacro) {
      return List.of(Choice.KEEP_AS_MINE, Choice.DISCARD);
    }
    if (reason == HeldReason.UNSEEN_CUSTOMER_MESSAGE && !hasText) {
      return List.of(Choice.FINISH_ANYWAY, Choice.LEAVE_OPEN);
    }
    if (!hasText) {
      boolean lostClaim = reason == HeldReason.TAKEN || reason == HeldReason.TRANSFERRED;
      return lostClaim && canBeTakenOver(root.command().intent())
          ? List.of(Choice.TAKE_OVER, Choice.DISCARD)
          : List.of(Choice.DISCARD);
    }
    boolean resendable =
        root.command().intent() instanceof Intent.SendMessage
            || Chains.isClaim(root.command().type());
    if (reason == null || !resendable) {
      return List.of(Choice.KEEP_AS_DRAFT, Choice.DISCARD);
    }
    return switch (reason) {
      case FORBIDDEN, DEPENDS_ON_HELD -> List.of(Choice.KEEP_AS_DRAFT, Choice.DISCARD);
      case CHANNEL_OFF, WINDOW_SHUT ->
          List.of(Choice.KEEP_AS_DRAFT, Choice.SEND_WHEN_OPEN, Choice.DISCARD);
      case SPAM, CLOSED ->
          List.of(
              isOpen(now) ? Choice.ANSWER_AND_SEND : Choice.REOPEN_AND_SEND,
              Choice.WHISPER,
              Choice.KEEP_AS_DRAFT,
              Choice.DISCARD);
      case TAKEN, TRANSFERRED ->
          List.of(
              Choice.WHISPER_TO_OWNER,
              Choice.TAKE_OVER_AND_SEND,
              Choice.KEEP_AS_DRAFT,
              Choice.DISCARD);
      case UNSEEN_REPLY, UNSEEN_CUSTOMER_MESSAGE ->
          List.of(Choice.SEND_ANYWAY, Choice.EDIT, Choice.KEEP_AS_DRAFT, Choice.DISCARD);
    };
  }

  private static boolean canBeTakenOver(Intent intent) {
    return intent instanceof Intent.AcceptDialog || intent instanceof Intent.TakeOverDialog;
  }

  private static boolean isOpen(Outcome.@Nullable Now now) {
    return now != null && now.session() != null && now.session().status().isOpen();
  }
}
