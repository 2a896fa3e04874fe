package app.recado.relay.channel;

import app.recado.protocol.ChannelPatch;
import app.recado.protocol.Intent;
import app.recado.protocol.Opening;
import app.recado.relay.refusal.Refusal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays what somebody changed over a channel's settings. Pure; each refusal names the field. */
final class Patching {

  private static final Set<String> CLEARABLE =
      Set.of("welcomeText", "offHoursText", "noAnswerText", "closeText", "autoCloseSeconds");

  private Patching() {}

  static ChannelSettings apply(ChannelSettings s, ChannelPatch patch) {
    for (String field : patch.clear()) {
      if (!CLEARABLE.contains(field)) {
        throw Refusal.invalid("clear", "Only texts and autoCloseSeconds can be cleared.");
      }
    }
    return new ChannelSettings(
        patch.name() == null ? s.name() : patch.name().strip(),
        Objects.requireNonNullElse(patch.active(), s.active()),
        s.mode(),
        s.agents(),
        s.nextAfter(),
        s.cap(),
        s.checkAvailability(),
        s.returnWhenAway(),
        patch.zone() == null ? s.zone() : zone(patch.zone()),
        patch.hours() == null ? s.hours() : hours(patch.hours()),
        text(patch, "welcomeText", patch.welcomeText(), s.welcomeText()),
        text(patch, "offHoursText", patch.offHoursText(), s.offHoursText()),
        text(patch, "noAnswerText", patch.noAnswerText(), s.noAnswerText()),
        seconds(patch.noAnswerAfterSeconds(), s.noAnswerAfter()),
        text(patch, "closeText", patch.closeText(), s.closeText()),
        Objects.requireNonNullElse(patch.askRating(), s.askRating()),
        seconds(patch.ratingWaitSeconds(), s.ratingWait()),
        autoClose(patch, s),
        Objects.requireNonNullElse(patch.agentShown(), s.agentShown()),
        seconds(patch.firstReplyTargetSeconds(), s.firstReplyTarget()),
        seconds(patch.nextReplyTargetSeconds(), s.nextReplyTarget()));
  }

  static ChannelSettings apply(ChannelSettings s, Intent.SetQueue set) {
    return new ChannelSettings(
        s.name(),
        s.active(),
        Objects.requireNonNullElse(set.mode(), s.mode()),
        s.agents(),
        seconds(set.nextAfterSeconds(), s.nextAfter()),
        set.noCap() ? null : set.cap() == null ? s.cap() : set.cap(),
        Objects.requireNonNullElse(set.checkAvailability(), s.checkAvailability()),
        Objects.requireNonNullElse(set.returnWhenAway(), s.returnWhenAway()),
        s.zone(),
        s.hours(),
        s.welcomeText(),
        s.offHoursText(),
        s.noAnswerText(),
        s.noAnswerAfter(),
        s.closeText(),
        s.askRating(),
        s.ratingWait(),
        s.autoClose(),
        s.agentShown(),
        s.firstReplyTarget(),
        s.nextReplyTarget());
  }

  private static ZoneId zone(String id) {
    if (!ZoneId.getAvailableZoneIds().contains(id) && !id.equals("Z")) {
      throw Refusal.invalid("zone", "There is no such time zone.");
    }
    return ZoneId.of(id);
  }

  private static Map<DayOfWeek, List<ChannelSettings.Opening>> hours(
      Map<String, List<Opening>> hours) {
    try {
      return SettingsJson.week(hours);
    } catch (DateTimeException | IllegalArgumentException malformed) {
      throw Refusal.invalid("hours", "Hours are days with times like 08:00.");
    }
  }

  private static Duration seconds(@Nullable Integer seconds, Duration before) {
    return seconds == null ? before : Duration.ofSeconds(seconds);
  }

  private static @Nullable String text(
      ChannelPatch patch, String field, @Nullable String text, @Nullable String before) {
    if (patch.clear().contains(field)) {
      return null;
    }
    return text == null ? before : text.strip();
  }

  private static @Nullable Duration autoClose(ChannelPatch patch, ChannelSettings s) {
    if (patch.clear().contains("autoCloseSeconds")) {
      return null;
    }
    Integer seconds = patch.autoCloseSeconds();
    return seconds == null ? s.autoClose() : Duration.ofSeconds(seconds);
  }

  /** The names of the fields that differ, for the record. */
  static String difference(Channel before, Channel after) {
    ChannelSettings b = before.settings();
    ChannelSettings a = after.settings();
    List<String> fields = new ArrayList<>();
    add(fields, "name", b.name(), a.name());
    add(fields, "active", b.active(), a.active());
    add(fields, "mode", b.mode(), a.mode());
    add(fields, "agents", before.agents(), after.agents());
    add(fields, "nextAfter", b.nextAfter(), a.nextAfter());
    add(fields, "cap", b.cap(), a.cap());
    add(fields, "checkAvailability", b.checkAvailability(), a.checkAvailability());
    add(fields, "returnWhenAway", b.returnWhenAway(), a.returnWhenAway());
    add(fields, "zone", b.zone(), a.zone());
    add(fields, "hours", b.hours(), a.hours());
    add(fields, "welcomeText", b.welcomeText(), a.welcomeText());
    add(fields, "offHoursText", b.offHoursText(), a.offHoursText());
    add(fields, "noAnswerText", b.noAnswerText(), a.noAnswerText());
    add(fields, "noAnswerAfter", b.noAnswerAfter(), a.noAnswerAfter());
    add(fields, "closeText", b.closeText(), a.closeText());
    add(fields, "askRating", b.askRating(), a.askRating());
    add(fields, "ratingWait", b.ratingWait(), a.ratingWait());
    add(fields, "autoClose", b.autoClose(), a.autoClose());
    add(fields, "agentShown", b.agentShown(), a.agentShown());
    add(fields, "firstReplyTarget", b.firstReplyTarget(), a.firstReplyTarget());
    add(fields, "nextReplyTarget", b.nextReplyTarget(), a.nextReplyTarget());
    return after.key() + ": " + String.join(", ", fields);
  }

  private static void add(
      List<String> fields, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      fields.add(field);
    }
  }
}
