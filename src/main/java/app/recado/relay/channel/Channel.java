package app.recado.relay.channel;

import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * A channel as the relay keeps it.
 *
 * @param settings without the agents' addresses
 * @param agents in queue order
 */
public record Channel(
    ChannelId id,
    String key,
    ChannelSettings settings,
    List<UserId> agents,
    List<ChannelRow.Connector> connectors) {

  public boolean hasAgent(UserId user) {
    return agents.contains(user);
  }

  public ChannelRow row() {
    return new ChannelRow(
        id,
        key,
        settings.name(),
        settings.active(),
        new ChannelRow.Queue(
            settings.mode(),
            agents,
            Math.toIntExact(settings.nextAfter().toSeconds()),
            settings.cap()),
        connectors,
        Math.toIntExact(settings.firstReplyTarget().toSeconds()),
        Math.toIntExact(settings.nextReplyTarget().toSeconds()));
  }

  /** What leaders see beside {@link #row}. */
  SettingsRow settingsRow() {
    Duration autoClose = settings.autoClose();
    return new SettingsRow(
        id,
        settings.checkAvailability(),
        settings.returnWhenAway(),
        settings.zone().getId(),
        SettingsJson.hours(settings.hours()),
        settings.welcomeText(),
        settings.offHoursText(),
        settings.noAnswerText(),
        Math.toIntExact(settings.noAnswerAfter().toSeconds()),
        settings.closeText(),
        settings.askRating(),
        Math.toIntExact(settings.ratingWait().toSeconds()),
        autoClose == null ? null : Math.toIntExact(autoClose.toSeconds()),
        settings.agentShown());
  }

  /**
   * The next agent to offer a dialog to, by the queue's mode; empty in mode {@code all}.
   *
   * @param tried who was tried in this session already
   * @param free who could take it now
   * @param lastAssigned ascending with each assignment; 0 for never
   */
  public Optional<UserId> next(
      List<UserId> tried, Predicate<UserId> free, ToLongFunction<UserId> lastAssigned) {
    return Queue.next(this, tried, free, lastAssigned);
  }
}
