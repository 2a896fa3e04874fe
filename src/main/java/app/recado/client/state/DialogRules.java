package app.recado.client.state;

import app.recado.protocol.Role;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserRow;
import org.jspecify.annotations.Nullable;

/**
 * What a person may do with a dialog as it stands; the relay checks again. Each rule gives what
 * speaks against it, or null if nothing does.
 *
 * @param item null while none is open
 */
public record DialogRules(@Nullable DialogItem item, UserRow me) {
  /** What speaks against doing something. */
  public enum Obstacle {
    NOTHING_OPEN,
    ENDED,
    STILL_OPEN,
    NOT_ANSWERED,
    ALREADY_ANSWERED,
    NOT_OFFERED,
    NOT_OWNER,
    NOT_JOINED,
    ALREADY_MINE,
    ALREADY_IN,
    OWNER_STAYS,
    ALREADY_PINNED,
    NOT_PINNED,
    NOT_ASLEEP,
    ALREADY_UNREAD,
    ALREADY_READ,
    ALREADY_MUTED,
    NOT_MUTED,
    ALREADY_FOLLOWED,
    NOT_FOLLOWED,
    NO_RIGHT,
    CHANNEL_OFF,
    TAGS_FULL,
    /** Whoever should get it is not there any more. */
    TARGET_GONE,
    /** One does not transfer to oneself. */
    TARGET_SELF,
    /** What a text says of the customer is not known. */
    VALUE_UNKNOWN
  }

  /** Also for closing it at once. */
  public @Nullable Obstacle answer() {
    Obstacle ended = open();
    return ended != null || isUnanswered() ? ended : Obstacle.ALREADY_ANSWERED;
  }

  public @Nullable Obstacle skip() {
    Obstacle answered = answer();
    if (answered != null) {
      return answered;
    }
    return item != null && me.id().equals(item.dialog().session().offeredTo())
        ? null
        : Obstacle.NOT_OFFERED;
  }

  public @Nullable Obstacle giveBack() {
    Obstacle unanswered = answered();
    return unanswered != null ? unanswered : owner();
  }

  public @Nullable Obstacle finish() {
    return giveBack();
  }

  /** While nobody owns it any agent of the channel may. */
  public @Nullable Obstacle transfer() {
    Obstacle ended = open();
    return ended != null || isUnanswered() ? ended : owner();
  }

  public @Nullable Obstacle spam() {
    return transfer();
  }

  public @Nullable Obstacle invite() {
    Obstacle unanswered = answered();
    if (unanswered != null) {
      return unanswered;
    }
    return isJoined() ? null : owner();
  }

  public @Nullable Obstacle takeOver() {
    Obstacle unanswered = answered();
    if (unanswered != null) {
      return unanswered;
    }
    return isMine() ? Obstacle.ALREADY_MINE : rightToJoin();
  }

  public @Nullable Obstacle join() {
    Obstacle unanswered = answered();
    if (unanswered != null) {
      return unanswered;
    }
    return isMine() || isJoined() ? Obstacle.ALREADY_IN : rightToJoin();
  }

  public @Nullable Obstacle leave() {
    Obstacle unanswered = answered();
    if (unanswered != null) {
      return unanswered;
    }
    if (isMine()) {
      return Obstacle.OWNER_STAYS;
    }
    return isJoined() ? null : Obstacle.NOT_JOINED;
  }

  public @Nullable Obstacle pin() {
    Obstacle notOwner = giveBack();
    return notOwner == null && isPinned() ? Obstacle.ALREADY_PINNED : notOwner;
  }

  public @Nullable Obstacle unpin() {
    Obstacle notOwner = giveBack();
    return notOwner == null && !isPinned() ? Obstacle.NOT_PINNED : notOwner;
  }

  /** Takes a session away from whoever has it, as finishing does. */
  public @Nullable Obstacle moveToNew() {
    return giveBack();
  }

  public @Nullable Obstacle snooze() {
    Obstacle unanswered = answered();
    if (unanswered != null) {
      return unanswered;
    }
    return isJoined() ? null : owner();
  }

  public @Nullable Obstacle wake() {
    Obstacle notMine = snooze();
    return notMine == null && (item == null || !item.asleep()) ? Obstacle.NOT_ASLEEP : notMine;
  }

  public @Nullable Obstacle rename() {
    if (item == null) {
      return Obstacle.NOTHING_OPEN;
    }
    return isJoined() ? null : owner();
  }

  public @Nullable Obstacle reopen() {
    if (item == null) {
      return Obstacle.NOTHING_OPEN;
    }
    if (item.dialog().session().status().isOpen()) {
      return Obstacle.STILL_OPEN;
    }
    return item.channel().active() ? null : Obstacle.CHANNEL_OFF;
  }

  public @Nullable Obstacle markUnread() {
    return item != null && item.unread() > 0 ? Obstacle.ALREADY_UNREAD : shown();
  }

  public @Nullable Obstacle mute() {
    return item != null && item.muted() ? Obstacle.ALREADY_MUTED : shown();
  }

  public @Nullable Obstacle unmute() {
    return item != null && !item.muted() ? Obstacle.NOT_MUTED : shown();
  }

  /** One's own are heard of anyway. */
  public @Nullable Obstacle follow() {
    if (item == null || !item.followed()) {
      return isJoined() ? Obstacle.ALREADY_IN : shown();
    }
    return Obstacle.ALREADY_FOLLOWED;
  }

  public @Nullable Obstacle unfollow() {
    return item != null && !item.followed() ? Obstacle.NOT_FOLLOWED : shown();
  }

  /** Writing to the customer. */
  public @Nullable Obstacle reply() {
    Obstacle unanswered = answered();
    if (unanswered != null || item == null) {
      return unanswered;
    }
    if (!isJoined()) {
      return Obstacle.NOT_JOINED;
    }
    return item.channel().active() ? null : Obstacle.CHANNEL_OFF;
  }

  /** For what can be done with any dialog. */
  public @Nullable Obstacle shown() {
    return item == null ? Obstacle.NOTHING_OPEN : null;
  }

  public boolean isUnanswered() {
    return item != null
        && item.dialog().session().status().group() == SessionStatus.Group.UNANSWERED;
  }

  private @Nullable Obstacle open() {
    if (item == null) {
      return Obstacle.NOTHING_OPEN;
    }
    return item.dialog().session().status().isOpen() ? null : Obstacle.ENDED;
  }

  private @Nullable Obstacle answered() {
    Obstacle ended = open();
    return ended == null && isUnanswered() ? Obstacle.NOT_ANSWERED : ended;
  }

  private @Nullable Obstacle owner() {
    return isMine() || leads() ? null : Obstacle.NOT_OWNER;
  }

  private @Nullable Obstacle rightToJoin() {
    return me.mayJoin() || leads() ? null : Obstacle.NO_RIGHT;
  }

  private boolean leads() {
    return me.role() != Role.AGENT;
  }

  private boolean isPinned() {
    return item != null && item.dialog().session().pinned();
  }

  private boolean isMine() {
    return item != null && item.mine();
  }

  private boolean isJoined() {
    return item != null && item.joined();
  }
}
