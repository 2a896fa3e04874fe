package app.recado.relay.channel;

import app.recado.protocol.AgentShown;
import app.recado.protocol.QueueMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything an administrator sets on a channel; features.md, "Queue modes of a channel".
 *
 * @param agents e-mail addresses in queue order
 * @param nextAfter time before the next agent is tried, 1 minute to 12 hours
 * @param cap open dialogs per agent; null for no cap
 * @param checkAvailability whether only agents who are online are offered dialogs
 * @param returnWhenAway whether an owner's going offline returns the dialog to the queue
 * @param hours opening times by day in {@code zone}; empty for always open
 * @param noAnswerAfter when the no-answer text goes out
 * @param askRating whether finishing asks the customer for a rating
 * @param ratingWait how long {@code closing} lasts at most
 * @param autoClose how long {@code agent_replied} lasts at most; null for ever
 * @param agentShown what the customer sees of the agent
 * @param firstReplyTarget how long a customer should wait at most for the first reply
 * @param nextReplyTarget likewise for each reply after it
 */
public record ChannelSettings(
    String name,
    boolean active,
    QueueMode mode,
    List<String> agents,
    Duration nextAfter,
    @Nullable Integer cap,
    boolean checkAvailability,
    boolean returnWhenAway,
    ZoneId zone,
    Map<DayOfWeek, List<Opening>> hours,
    @Nullable String welcomeText,
    @Nullable String offHoursText,
    @Nullable String noAnswerText,
    Duration noAnswerAfter,
    @Nullable String closeText,
    boolean askRating,
    Duration ratingWait,
    @Nullable Duration autoClose,
    AgentShown agentShown,
    Duration firstReplyTarget,
    Duration nextReplyTarget) {

  /** Whether the opening times hold at a moment; a channel without any is always open. */
  public boolean isOpenAt(Instant moment) {
    return WorkingHours.isOpen(this, moment);
  }

  /** Open from one time of day until before another. */
  public record Opening(LocalTime from, LocalTime until) {}
}
