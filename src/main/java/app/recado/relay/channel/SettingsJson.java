package app.recado.relay.channel;

import app.recado.protocol.AgentShown;
import app.recado.protocol.Json;
import app.recado.protocol.QueueMode;
import app.recado.relay.channel.ChannelSettings.Opening;
import com.google.gson.JsonObject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a channel's settings are stored; the agents, who have a table of their own, are not in it.
 */
final class SettingsJson {

  private record Stored(
      QueueMode mode,
      long nextAfterSeconds,
      @Nullable Integer cap,
      boolean checkAvailability,
      boolean returnWhenAway,
      String zone,
      Map<String, List<app.recado.protocol.Opening>> hours,
      @Nullable String welcomeText,
      @Nullable String offHoursText,
      @Nullable String noAnswerText,
      long noAnswerAfterSeconds,
      @Nullable String closeText,
      boolean askRating,
      long ratingWaitSeconds,
      @Nullable Long autoCloseSeconds,
      AgentShown agentShown,
      long firstReplyTargetSeconds,
      @Nullable Long nextReplyTargetSeconds) {}

  private SettingsJson() {}

  static String write(ChannelSettings settings) {
    Duration autoClose = settings.autoClose();
    return Json.write(
        new Stored(
            settings.mode(),
            settings.nextAfter().toSeconds(),
            settings.cap(),
            settings.checkAvailability(),
            settings.returnWhenAway(),
            settings.zone().getId(),
            hours(settings.hours()),
            settings.welcomeText(),
            settings.offHoursText(),
            settings.noAnswerText(),
            settings.noAnswerAfter().toSeconds(),
            settings.closeText(),
            settings.askRating(),
            settings.ratingWait().toSeconds(),
            autoClose == null ? null : autoClose.toSeconds(),
            settings.agentShown(),
            settings.firstReplyTarget().toSeconds(),
            settings.nextReplyTarget().toSeconds()));
  }

  static ChannelSettings read(String text, String name, boolean active, List<String> agents) {
    Stored stored = Json.read(Json.read(text, JsonObject.class), Stored.class);
    return new ChannelSettings(
        name,
        active,
        stored.mode,
        agents,
        Duration.ofSeconds(stored.nextAfterSeconds),
        stored.cap,
        stored.checkAvailability,
        stored.returnWhenAway,
        ZoneId.of(stored.zone),
        week(stored.hours),
        stored.welcomeText,
        stored.offHoursText,
        stored.noAnswerText,
        Duration.ofSeconds(stored.noAnswerAfterSeconds),
        stored.closeText,
        stored.askRating,
        Duration.ofSeconds(stored.ratingWaitSeconds),
        stored.autoCloseSeconds == null ? null : Duration.ofSeconds(stored.autoCloseSeconds),
        stored.agentShown,
        Duration.ofSeconds(stored.firstReplyTargetSeconds),
        Duration.ofSeconds(
            // what was stored before there was one promised the same for every reply
            stored.nextReplyTargetSeconds == null
                ? stored.firstReplyTargetSeconds
                : stored.nextReplyTargetSeconds));
  }

  static Map<String, List<app.recado.protocol.Opening>> hours(Map<DayOfWeek, List<Opening>> week) {
    Map<String, List<app.recado.protocol.Opening>> hours = new TreeMap<>();
    week.forEach((day, openings) ->
        hours.put(
            day.name().toLowerCase(Locale.ROOT),
            openings.stream()
                .map(
                    o -> new app.recado.protocol.Opening(o.from().toString(), o.until().toString()))
                .toList()));
    return hours;
  }

  /**
   * @throws IllegalArgumentException if a day has no such name
   * @throws java.time.DateTimeException if a time is none
   */
  static Map<DayOfWeek, List<Opening>> week(Map<String, List<app.recado.protocol.Opening>> hours) {
    Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
    hours.forEach((day, openings) ->
        week.put(
            DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)),
            openings.stream()
                .map(o -> new Opening(LocalTime.parse(o.from()), LocalTime.parse(o.until())))
                .toList()));
    return week;
  }
}
