package app.recado.relay;

import app.recado.protocol.AgentShown;
import app.recado.protocol.QueueMode;
import app.recado.relay.channel.ChannelSettings;
import app.recado.relay.channel.ChannelSettings.Opening;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A channel's settings of which a test changes what it is about. */
public final class Settings {

  public boolean active;
  public QueueMode mode;
  public List<String> agents;
  public Duration nextAfter;
  public @Nullable Integer cap;
  public boolean checkAvailability;
  public boolean returnWhenAway;
  public ZoneId zone;
  public Map<DayOfWeek, List<Opening>> hours;
  public @Nullable String welcomeText;
  public @Nullable String offHoursText;
  public @Nullable String noAnswerText;
  public Duration noAnswerAfter;
  public @Nullable String closeText;
  public boolean askRating;
  public Duration ratingWait;
  public @Nullable Duration autoClose;
  public AgentShown agentShown;
  private final String name;
  public Duration firstReplyTarget;
  public Duration nextReplyTarget;

  public Settings(ChannelSettings from) {
    name = from.name();
    active = from.active();
    mode = from.mode();
    agents = from.agents();
    nextAfter = from.nextAfter();
    cap = from.cap();
    checkAvailability = from.checkAvailability();
    returnWhenAway = from.returnWhenAway();
    zone = from.zone();
    hours = from.hours();
    welcomeText = from.welcomeText();
    offHoursText = from.offHoursText();
    noAnswerText = from.noAnswerText();
    noAnswerAfter = from.noAnswerAfter();
    closeText = from.closeText();
    askRating = from.askRating();
    ratingWait = from.ratingWait();
    autoClose = from.autoClose();
    agentShown = from.agentShown();
    firstReplyTarget = from.firstReplyTarget();
    nextReplyTarget = from.nextReplyTarget();
  }

  public ChannelSettings build() {
    return new ChannelSettings(
        name,
        active,
        mode,
        agents,
        nextAfter,
        cap,
        checkAvailability,
        returnWhenAway,
        zone,
        hours,
        welcomeText,
        offHoursText,
        noAnswerText,
        noAnswerAfter,
        closeText,
        askRating,
        ratingWait,
        autoClose,
        agentShown,
        firstReplyTarget,
        nextReplyTarget);
  }
}
