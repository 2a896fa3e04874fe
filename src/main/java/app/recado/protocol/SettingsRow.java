package app.recado.protocol;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What supervisors and administrators see of a channel beside its {@link ChannelRow}; agents are
 * never given it.
 *
 * @param checkAvailability whether only agents who are online are offered dialogs
 * @param returnWhenAway whether an owner's going offline returns the dialog to the queue
 * @param zone the id of a time zone
 * @param hours opening times by day ({@code monday}) in {@code zone}; empty for always open
 * @param noAnswerAfterSeconds when the no-answer text goes out
 * @param ratingWaitSeconds how long a rating is waited for
 * @param autoCloseSeconds how long an answered session stays open; null for ever
 */
public record SettingsRow(
    ChannelId channel,
    boolean checkAvailability,
    boolean returnWhenAway,
    String zone,
    Map<String, List<Opening>> hours,
    @Nullable String welcomeText,
    @Nullable String offHoursText,
    @Nullable String noAnswerText,
    int noAnswerAfterSeconds,
    @Nullable String closeText,
    boolean askRating,
    int ratingWaitSeconds,
    @Nullable Integer autoCloseSeconds,
    AgentShown agentShown)
    implements Row {
  public SettingsRow {
    Required.all(channel, zone, hours, agentShown);
    hours = byDay(hours);
  }

  static Map<String, List<Opening>> byDay(Map<String, List<Opening>> hours) {
    Map<String, List<Opening>> copy = new TreeMap<>();
    hours.forEach((day, openings) -> copy.put(day, List.copyOf(openings)));
    return java.util.Collections.unmodifiableMap(copy);
  }

  @Override
  public RowKind kind() {
    return RowKind.SETTINGS;
  }

  @Override
  public String rowId() {
    return channel.value();
  }
}
