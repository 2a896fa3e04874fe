package app.recado.protocol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command asks for, with its arguments; {@link #type()} is its name on the wire. An argument
 * that is required but absent makes the record unreadable ({@link
 * com.google.gson.JsonParseException}); an absent list is empty.
 */
public sealed interface Intent {
  /** The {@code noun.verb} of the command. */
  String type();

  /** The ids of the files it brings; the relay must have them first. */
  default List<String> files() {
    return List.of();
  }

  /**
   * A message; public unless whispered. The message's id is the command's.
   *
   * @param besideDraft whether it was not written where drafts are: the draft stays as it is
   */
  record SendMessage(
      String text,
      boolean whisper,
      @Nullable MessageId quote,
      List<String> files,
      boolean besideDraft)
      implements Intent {
    public SendMessage {
      require(text, "text");
      files = orEmpty(files);
    }

    /** A message that was a draft before. */
    public SendMessage(
        String text, boolean whisper, @Nullable MessageId quote, List<String> files) {
      this(text, whisper, quote, files, false);
    }

    /** The same, saying something else. */
    public SendMessage saying(String other) {
      return new SendMessage(other, whisper, quote, files, besideDraft);
    }

    @Override
    public String type() {
      return "message.send";
    }
  }

  /**
   * A public message that the relay sends when its time comes. The message's id is the command's.
   *
   * @param sendAt at once if it is past
   */
  record ScheduleMessage(String text, @Nullable MessageId quote, List<String> files, Instant sendAt)
      implements Intent {
    public ScheduleMessage {
      require(text, "text");
      require(sendAt, "sendAt");
      files = orEmpty(files);
    }

    @Override
    public String type() {
      return "message.schedule";
    }
  }

  /** Gives a scheduled message another time. */
  record RescheduleMessage(MessageId message, Instant sendAt) implements Intent {
    public RescheduleMessage {
      require(message, "message");
      require(sendAt, "sendAt");
    }

    @Override
    public String type() {
      return "message.reschedule";
    }
  }

  /** Calls a scheduled message back. */
  record UnscheduleMessage(MessageId message) implements Intent {
    public UnscheduleMessage {
      require(message, "message");
    }

    @Override
    public String type() {
      return "message.unschedule";
    }
  }

  record EditMessage(MessageId message, String text) implements Intent {
    public EditMessage {
      require(message, "message");
      require(text, "text");
    }

    @Override
    public String type() {
      return "message.edit";
    }
  }

  record DeleteMessage(MessageId message) implements Intent {
    public DeleteMessage {
      require(message, "message");
    }

    @Override
    public String type() {
      return "message.delete";
    }
  }

  record AcceptDialog() implements Intent {
    @Override
    public String type() {
      return "dialog.accept";
    }
  }

  record SkipDialog() implements Intent {
    @Override
    public String type() {
      return "dialog.skip";
    }
  }

  /** To exactly one of a person and a channel; the comment becomes a whisper. */
  record TransferDialog(
      @Nullable UserId user, @Nullable ChannelId channel, @Nullable String comment, boolean stay)
      implements Intent {
    @Override
    public String type() {
      return "dialog.transfer";
    }
  }

  record TakeOverDialog() implements Intent {
    @Override
    public String type() {
      return "dialog.takeOver";
    }
  }

  record FinishDialog() implements Intent {
    @Override
    public String type() {
      return "dialog.finish";
    }
  }

  record MarkSpam() implements Intent {
    @Override
    public String type() {
      return "dialog.spam";
    }
  }

  record InviteUsers(List<UserId> users) implements Intent {
    public InviteUsers {
      require(users, "users");
      users = List.copyOf(users);
    }

    @Override
    public String type() {
      return "dialog.invite";
    }
  }

  record JoinDialog() implements Intent {
    @Override
    public String type() {
      return "dialog.join";
    }
  }

  record LeaveDialog() implements Intent {
    @Override
    public String type() {
      return "dialog.leave";
    }
  }

  record PinDialog() implements Intent {
    @Override
    public String type() {
      return "dialog.pin";
    }
  }

  record UnpinDialog() implements Intent {
    @Override
    public String type() {
      return "dialog.unpin";
    }
  }

  record RenameDialog(String title) implements Intent {
    public RenameDialog {
      require(title, "title");
    }

    @Override
    public String type() {
      return "dialog.rename";
    }
  }

  /** Some tags more and others less; see {@link Tags}. */
  record TagDialog(List<String> add, List<String> remove) implements Intent {
    public TagDialog {
      add = orEmpty(add);
      remove = orEmpty(remove);
    }

    @Override
    public String type() {
      return "dialog.tag";
    }
  }

  /**
   * Ends the session without a word to the customer and begins another, as one's own, with that
   * message copied into it. The new session's id is the command's.
   */
  record MoveToNew(MessageId message) implements Intent {
    public MoveToNew {
      require(message, "message");
    }

    @Override
    public String type() {
      return "dialog.moveToNew";
    }
  }

  /** Lets it sleep until a moment of the relay's clock; null wakes it. */
  record SnoozeDialog(@Nullable Instant until) implements Intent {
    @Override
    public String type() {
      return "dialog.snooze";
    }
  }

  record SetPriority(Priority priority) implements Intent {
    public SetPriority {
      require(priority, "priority");
    }

    @Override
    public String type() {
      return "dialog.priority";
    }
  }

  /**
   * @param position the last message read; reading never goes backwards but by {@link MarkUnread}
   */
  record MarkRead(long position) implements Intent {
    @Override
    public String type() {
      return "dialog.markRead";
    }
  }

  /**
   * Counts what the customer wrote as unread again.
   *
   * @param position the first message that is unread then; null for the customer's newest, unless
   *     something is unread already
   */
  record MarkUnread(@Nullable Long position) implements Intent {
    @Override
    public String type() {
      return "dialog.markUnread";
    }
  }

  /** Lets nothing of a dialog be announced to oneself, but being named. */
  record MuteDialog() implements Intent {
    @Override
    public String type() {
      return "dialog.mute";
    }
  }

  record UnmuteDialog() implements Intent {
    @Override
    public String type() {
      return "dialog.unmute";
    }
  }

  /** Lets what customers write there be announced to oneself as in one's own dialogs. */
  record FollowDialog() implements Intent {
    @Override
    public String type() {
      return "dialog.follow";
    }
  }

  record UnfollowDialog() implements Intent {
    @Override
    public String type() {
      return "dialog.unfollow";
    }
  }

  /**
   * @param version the version the writer had seen; 0 for none
   */
  record SaveDraft(
      DraftKind kind, String text, List<String> files, @Nullable MessageId quote, long version)
      implements Intent {
    public SaveDraft {
      require(kind, "kind");
      require(text, "text");
      files = orEmpty(files);
    }

    @Override
    public String type() {
      return "draft.save";
    }
  }

  /**
   * Keeps a canned response; one that is there already is replaced. The latest save wins. One's own
   * that was made from the same message is replaced too, whatever id it has.
   *
   * @param canned the id, made by the writer
   * @param channel for {@link CannedScope#CHANNEL} alone
   */
  record SaveCanned(
      CannedId canned,
      CannedScope scope,
      @Nullable ChannelId channel,
      String section,
      String title,
      String shortcut,
      String text,
      List<String> files,
      @Nullable MessageId source)
      implements Intent {
    public SaveCanned {
      require(canned, "canned");
      require(scope, "scope");
      require(section, "section");
      require(title, "title");
      require(shortcut, "shortcut");
      require(text, "text");
      files = orEmpty(files);
    }

    /** The same, made from that message. */
    public SaveCanned madeFrom(@Nullable MessageId message) {
      return new SaveCanned(canned, scope, channel, section, title, shortcut, text, files, message);
    }

    /** The same, with other files. */
    public SaveCanned having(List<String> others) {
      return new SaveCanned(canned, scope, channel, section, title, shortcut, text, others, source);
    }

    @Override
    public String type() {
      return "canned.save";
    }
  }

  record DeleteCanned(CannedId canned) implements Intent {
    public DeleteCanned {
      require(canned, "canned");
    }

    @Override
    public String type() {
      return "canned.delete";
    }
  }

  /**
   * Counts that a canned response was used.
   *
   * @param times how often since the last count
   */
  record CountCanned(CannedId canned, int times) implements Intent {
    public CountCanned {
      require(canned, "canned");
    }

    @Override
    public String type() {
      return "canned.count";
    }
  }

  /** Keeps a macro; one that is there already is replaced. The latest save wins. */
  record SaveMacro(
      MacroId macro,
      CannedScope scope,
      @Nullable ChannelId channel,
      String name,
      List<MacroStep> steps)
      implements Intent {
    public SaveMacro {
      require(macro, "macro");
      require(scope, "scope");
      require(name, "name");
      require(steps, "steps");
      steps = List.copyOf(steps);
    }

    @Override
    public String type() {
      return "macro.save";
    }
  }

  record DeleteMacro(MacroId macro) implements Intent {
    public DeleteMacro {
      require(macro, "macro");
    }

    @Override
    public String type() {
      return "macro.delete";
    }
  }

  /** Says that one has looked at messages that name one. */
  record ReadMentions(List<MessageId> messages) implements Intent {
    public ReadMentions {
      require(messages, "messages");
      messages = List.copyOf(messages);
    }

    @Override
    public String type() {
      return "mention.read";
    }
  }

  record SetAvailability(Availability availability) implements Intent {
    public SetAvailability {
      require(availability, "availability");
    }

    @Override
    public String type() {
      return "user.setAvailability";
    }
  }

  /**
   * Says whether nobody touches the device it comes from. Who chose to be online is away while that
   * is so of every device that is there.
   */
  record SetIdle(boolean idle) implements Intent {
    @Override
    public String type() {
      return "device.setIdle";
    }
  }

  /** A new channel with the website connector. */
  record AddChannel(String name, QueueMode mode, List<UserId> agents) implements Intent {
    public AddChannel {
      require(name, "name");
      require(mode, "mode");
      agents = orEmpty(agents);
    }

    @Override
    public String type() {
      return "channel.add";
    }
  }

  /** Changes what the patch names; who is asked in which order is {@link SetQueue}'s. */
  record SaveChannel(ChannelId channel, ChannelPatch set) implements Intent {
    public SaveChannel {
      require(channel, "channel");
      require(set, "set");
    }

    @Override
    public String type() {
      return "channel.save";
    }
  }

  /**
   * Changes what is not null of a channel's queue.
   *
   * @param agents all of them, in order
   * @param noCap whether there is no cap any more
   */
  record SetQueue(
      ChannelId channel,
      @Nullable QueueMode mode,
      @Nullable List<UserId> agents,
      @Nullable Integer nextAfterSeconds,
      @Nullable Integer cap,
      boolean noCap,
      @Nullable Boolean checkAvailability,
      @Nullable Boolean returnWhenAway)
      implements Intent {
    public SetQueue {
      require(channel, "channel");
      agents = agents == null ? null : List.copyOf(agents);
    }

    @Override
    public String type() {
      return "channel.setQueue";
    }
  }

  /**
   * Changes what is not null of a person.
   *
   * @param visibility for agents; who leads sees all
   */
  record SaveUser(
      UserId user,
      @Nullable String name,
      @Nullable Role role,
      @Nullable Visibility visibility,
      @Nullable Boolean mayJoin)
      implements Intent {
    public SaveUser {
      require(user, "user");
    }

    @Override
    public String type() {
      return "user.save";
    }
  }

  /** Takes away a person's access; the devices are wiped at their next contact. */
  record DisableUser(UserId user) implements Intent {
    public DisableUser {
      require(user, "user");
    }

    @Override
    public String type() {
      return "user.disable";
    }
  }

  record EnableUser(UserId user) implements Intent {
    public EnableUser {
      require(user, "user");
    }

    @Override
    public String type() {
      return "user.enable";
    }
  }

  /** Every command type and the record its arguments are read into. */
  static Map<String, Class<? extends Intent>> types() {
    Map<String, Class<? extends Intent>> types = new LinkedHashMap<>();
    types.put("message.send", SendMessage.class);
    types.put("message.edit", EditMessage.class);
    types.put("message.delete", DeleteMessage.class);
    types.put("message.schedule", ScheduleMessage.class);
    types.put("message.reschedule", RescheduleMessage.class);
    types.put("message.unschedule", UnscheduleMessage.class);
    types.put("dialog.accept", AcceptDialog.class);
    types.put("dialog.skip", SkipDialog.class);
    types.put("dialog.transfer", TransferDialog.class);
    types.put("dialog.takeOver", TakeOverDialog.class);
    types.put("dialog.finish", FinishDialog.class);
    types.put("dialog.spam", MarkSpam.class);
    types.put("dialog.invite", InviteUsers.class);
    types.put("dialog.join", JoinDialog.class);
    types.put("dialog.leave", LeaveDialog.class);
    types.put("dialog.pin", PinDialog.class);
    types.put("dialog.unpin", UnpinDialog.class);
    types.put("dialog.rename", RenameDialog.class);
    types.put("dialog.moveToNew", MoveToNew.class);
    types.put("dialog.tag", TagDialog.class);
    types.put("dialog.snooze", SnoozeDialog.class);
    types.put("dialog.priority", SetPriority.class);
    types.put("dialog.markRead", MarkRead.class);
    types.put("dialog.markUnread", MarkUnread.class);
    types.put("dialog.mute", MuteDialog.class);
    types.put("dialog.unmute", UnmuteDialog.class);
    types.put("dialog.follow", FollowDialog.class);
    types.put("dialog.unfollow", UnfollowDialog.class);
    types.put("draft.save", SaveDraft.class);
    types.put("mention.read", ReadMentions.class);
    types.put("canned.save", SaveCanned.class);
    types.put("canned.delete", DeleteCanned.class);
    types.put("canned.count", CountCanned.class);
    types.put("macro.save", SaveMacro.class);
    types.put("macro.delete", DeleteMacro.class);
    types.put("user.setAvailability", SetAvailability.class);
    types.put("device.setIdle", SetIdle.class);
    types.put("user.save", SaveUser.class);
    types.put("user.disable", DisableUser.class);
    types.put("user.enable", EnableUser.class);
    types.put("channel.add", AddChannel.class);
    types.put("channel.save", SaveChannel.class);
    types.put("channel.setQueue", SetQueue.class);
    return types;
  }

  private static void require(@Nullable Object argument, String name) {
    if (argument == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
