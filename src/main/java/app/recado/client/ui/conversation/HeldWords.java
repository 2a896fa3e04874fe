package app.recado.client.ui.conversation;

import app.recado.client.state.HeldItem;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.ChannelId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.HeldReason;
import app.recado.protocol.UserId;
import org.jspecify.annotations.Nullable;

/** What a held card says: what happened meanwhile, that nothing was done, and the choices. */
final class HeldWords {
  private final Texts texts;
  private final Names names;

  HeldWords(Texts texts, Names names) {
    this.texts = texts;
    this.names = names;
  }

  /** What happened meanwhile. */
  String happened(HeldItem item) {
    HeldReason reason = item.reason();
    if (reason == null) {
      boolean sent =
          item.commandType().equals("message.unschedule") && "too_late".equals(item.rejection());
      return texts.get(sent ? "held.sentBefore" : "held.rejected");
    }
    return switch (reason) {
      case FORBIDDEN ->
          texts.get(item.isAboutDialog() ? "held.forbidden" : "held.forbidden.canned");
      case CHANNEL_OFF -> texts.get("held.channelOff", names.of(channelOf(item)));
      case WINDOW_SHUT -> texts.get("held.windowShut");
      case SPAM -> by(item, "held.spam", "held.spam.unknown");
      case CLOSED ->
          hasNewSession(item)
              ? texts.get("held.closed.newSession")
              : by(item, "held.closed", "held.closed.unknown");
      case TAKEN -> taken(item);
      case TRANSFERRED -> transferred(item);
      case UNSEEN_REPLY -> by(item, "held.unseenReply", "held.unseenReply.unknown");
      case UNSEEN_CUSTOMER_MESSAGE -> texts.get("held.unseenCustomerMessage");
      case DEPENDS_ON_HELD -> texts.get("held.dependsOnHeld");
    };
  }

  /** That nothing was done, and what there is to choose. */
  String consequence(HeldItem item) {
    return switch (item.commandType()) {
      case "message.send" -> texts.count("held.reply", Math.max(1, item.texts().size()));
      case "message.unschedule" -> texts.get("held.unschedule");
      case "message.edit" -> texts.get("held.edit");
      case "message.delete" -> texts.get("held.delete");
      case "dialog.accept" -> texts.get("held.accept");
      case "dialog.finish" -> texts.get("held.finish");
      case "dialog.spam" -> texts.get("held.markSpam");
      case "dialog.transfer" -> texts.get("held.transfer");
      case "dialog.takeOver" -> texts.get("held.takeOver");
      case "canned.save" -> texts.get("held.canned");
      case "macro.save" -> texts.get("held.macro");
      case "dialog.moveToNew" -> texts.get("held.move");
      default -> texts.get("held.other");
    };
  }

  String choice(HeldItem item, HeldItem.Choice choice) {
    return switch (choice) {
      case KEEP_AS_DRAFT -> texts.get("choice.keepAsDraft");
      case KEEP_AS_MINE -> texts.get("choice.keepAsMine");
      case DISCARD -> texts.get("choice.discard");
      case SEND_WHEN_OPEN -> texts.get("choice.sendWhenOpen");
      case REOPEN_AND_SEND -> texts.get("choice.reopenAndSend");
      case ANSWER_AND_SEND -> texts.get("choice.answerAndSend");
      case WHISPER -> texts.get("choice.whisper");
      case WHISPER_TO_OWNER -> {
        String owner = owner(item);
        yield owner == null
            ? texts.get("choice.whisper")
            : texts.get("choice.whisperToOwner", Names.first(owner));
      }
      case TAKE_OVER -> texts.get("choice.takeOver");
      case TAKE_OVER_AND_SEND -> texts.get("choice.takeOverAndSend");
      case SEND_ANYWAY -> texts.get("choice.sendAnyway");
      case EDIT -> texts.get("choice.edit");
      case FINISH_ANYWAY ->
          item.commandType().equals("dialog.spam")
              ? texts.get("choice.spamAnyway")
              : texts.get("choice.finishAnyway");
      case LEAVE_OPEN -> texts.get("choice.leaveOpen");
    };
  }

  private String taken(HeldItem item) {
    String owner = owner(item);
    if (owner == null) {
      return texts.get("held.taken.unknown");
    }
    return item.commandType().equals("message.send")
        ? texts.get("held.taken.reply", owner)
        : texts.get("held.taken", owner);
  }

  private String transferred(HeldItem item) {
    DialogRow.Session session = session(item);
    UserId owner = session == null ? null : session.owner();
    return owner == null
        ? texts.get("held.transferred.toChannel", names.of(channelOf(item)))
        : texts.get("held.transferred.toUser", names.of(owner));
  }

  private static boolean hasNewSession(HeldItem item) {
    DialogRow.Session session = session(item);
    return session != null && session.status().isOpen();
  }

  /** Who has the dialog now; who caused the hold where that is not known. */
  private @Nullable String owner(HeldItem item) {
    DialogRow.Session session = session(item);
    UserId owner = session == null ? null : session.owner();
    return owner == null ? item.by() : names.of(owner);
  }

  private @Nullable ChannelId channelOf(HeldItem item) {
    DialogRow.Session session = session(item);
    return session == null ? null : session.channel();
  }

  private static DialogRow.@Nullable Session session(HeldItem item) {
    return item.now() == null ? null : item.now().session();
  }

  private String by(HeldItem item, String key, String keyWithoutAuthor) {
    return item.by() == null ? texts.get(keyWithoutAuthor) : texts.get(key, item.by());
  }
}
