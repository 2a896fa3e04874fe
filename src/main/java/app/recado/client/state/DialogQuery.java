package app.recado.client.state;

import app.recado.protocol.ChannelId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.Tags;
import app.recado.protocol.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dialogs are asked for, and in what order. All that is asked must hold, one of each set; an
 * empty set asks nothing. Pure.
 *
 * @param groups where the latest session stands
 * @param person who owns it; asked for {@link Whose#PERSON} alone
 * @param channels of the latest session
 * @param tags however they are spelled
 * @param traits all of them
 */
public record DialogQuery(
    Set<SessionStatus.Group> groups,
    Whose whose,
    @Nullable UserId person,
    Set<ChannelId> channels,
    Set<Priority> priorities,
    List<String> tags,
    Wait waiting,
    Set<Trait> traits,
    Order order) {
  /** Asks nothing: every dialog. */
  public static final DialogQuery ALL =
      new DialogQuery(
          Set.of(),
          Whose.ANYBODY,
          null,
          Set.of(),
          Set.of(),
          List.of(),
          Wait.ANY,
          Set.of(),
          Order.WAITING);

  /** Whose it is. */
  public enum Whose {
    ANYBODY,
    /** Owned or joined by me. */
    MINE,
    NOBODY,
    /** Owned by another. */
    OTHERS,
    PERSON
  }

  /** How the customer's waiting stands with what the channel promises. */
  public enum Wait {
    ANY,
    /** Somebody waits. */
    WAITING,
    /** Four fifths of the time or more are over. */
    SOON,
    /** All of it is. */
    LATE
  }

  /** What else may hold of a dialog. */
  public enum Trait {
    UNREAD,
    /** I have begun to write there. */
    DRAFT,
    /** Something of mine has not left, or is held. */
    UNSENT,
    FOLLOWED,
    ASLEEP
  }

  /** What stands above. */
  public enum Order {
    /** Who has waited longest; then, where nobody waits, the latest message. */
    WAITING,
    LATEST,
    /** The most urgent, among them as {@link #WAITING}. */
    PRIORITY
  }

  /** What is missing, as in what was kept by an older desk, asks nothing. */
  public DialogQuery {
    groups = groups == null ? Set.of() : Set.copyOf(groups);
    whose = whose == null || (whose == Whose.PERSON && person == null) ? Whose.ANYBODY : whose;
    person = whose == Whose.PERSON ? person : null;
    channels = channels == null ? Set.of() : Set.copyOf(channels);
    priorities = priorities == null ? Set.of() : Set.copyOf(priorities);
    tags = tags == null ? List.of() : List.copyOf(tags);
    waiting = waiting == null ? Wait.ANY : waiting;
    traits = traits == null ? Set.of() : Set.copyOf(traits);
    order = order == null ? Order.WAITING : order;
  }

  public DialogQuery in(Set<SessionStatus.Group> others) {
    return new DialogQuery(
        others, whose, person, channels, priorities, tags, waiting, traits, order);
  }

  /**
   * @param who for {@link Whose#PERSON} alone
   */
  public DialogQuery of(Whose other, @Nullable UserId who) {
    return new DialogQuery(groups, other, who, channels, priorities, tags, waiting, traits, order);
  }

  public DialogQuery through(Set<ChannelId> others) {
    return new DialogQuery(groups, whose, person, others, priorities, tags, waiting, traits, order);
  }

  public DialogQuery urgent(Set<Priority> others) {
    return new DialogQuery(groups, whose, person, channels, others, tags, waiting, traits, order);
  }

  public DialogQuery tagged(List<String> others) {
    return new DialogQuery(
        groups, whose, person, channels, priorities, others, waiting, traits, order);
  }

  public DialogQuery waiting(Wait other) {
    return new DialogQuery(groups, whose, person, channels, priorities, tags, other, traits, order);
  }

  public DialogQuery with(Set<Trait> others) {
    return new DialogQuery(
        groups, whose, person, channels, priorities, tags, waiting, others, order);
  }

  public DialogQuery by(Order other) {
    return new DialogQuery(
        groups, whose, person, channels, priorities, tags, waiting, traits, other);
  }

  /**
   * Whether a dialog is asked for.
   *
   * @param now the relay's time
   */
  public boolean matches(DialogItem item, Instant now) {
    DialogRow.Session session = item.dialog().session();
    return (groups.isEmpty() || groups.contains(session.status().group()))
        && isWhose(item)
        && (channels.isEmpty() || channels.contains(session.channel()))
        && (priorities.isEmpty() || priorities.contains(item.dialog().priority()))
        && traits.stream().allMatch(trait -> has(item, trait))
        && isWaiting(item, now)
        && (tags.isEmpty() || tags.stream().anyMatch(tag -> Tags.has(item.dialog().tags(), tag)));
  }

  /** Whether the answer changes with the time alone. */
  boolean dependsOnTime() {
    return waiting == Wait.SOON || waiting == Wait.LATE;
  }

  /** When the answer for a dialog may change with the time alone; null if it never does. */
  @Nullable Instant changes(DialogItem item, Instant now) {
    return dependsOnTime() ? ReplyDue.next(item, now) : null;
  }

  /** A strict order of dialogs that depends on nothing but them. */
  Comparator<DialogItem> comparator() {
    Comparator<DialogItem> longest =
        Comparator.comparing(ReplyDue::since, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(TabOrder.LATEST_MESSAGE_FIRST);
    return switch (order) {
      case WAITING -> longest;
      case LATEST -> TabOrder.LATEST_MESSAGE_FIRST;
      case PRIORITY ->
          Comparator.comparing((DialogItem item) -> item.dialog().priority())
              .reversed()
              .thenComparing(longest);
    };
  }

  private boolean isWhose(DialogItem item) {
    UserId owner = item.dialog().session().owner();
    return switch (whose) {
      case ANYBODY -> true;
      case MINE -> item.mine() || item.joined();
      case NOBODY -> owner == null;
      case OTHERS -> owner != null && !item.mine();
      case PERSON -> Objects.equals(owner, person);
    };
  }

  private static boolean has(DialogItem item, Trait trait) {
    return switch (trait) {
      case UNREAD -> item.unread() > 0;
      case DRAFT -> item.draft() != null || item.draftFiles() > 0;
      case UNSENT -> item.queued() + item.held() > 0;
      case FOLLOWED -> item.followed();
      case ASLEEP -> item.asleep();
    };
  }

  private boolean isWaiting(DialogItem item, Instant now) {
    if (waiting == Wait.ANY) {
      return true;
    }
    ReplyDue due = ReplyDue.of(item, now);
    return due != null
        && switch (waiting) {
          case ANY, WAITING -> true;
          case SOON -> due.level() != ReplyDue.Level.CALM;
          case LATE -> due.level() == ReplyDue.Level.LATE;
        };
  }
}
