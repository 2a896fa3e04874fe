package app.recado.client.ui.settings;

import app.recado.protocol.AgentShown;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.QueueMode;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that can be set on a channel, as it is typed. */
record ChannelValues(
    Map<Field, String> texts,
    Map<Flag, Boolean> flags,
    QueueMode mode,
    AgentShown shown,
    List<UserId> agents) {
  ChannelValues {
    texts = Map.copyOf(texts);
    flags = Map.copyOf(flags);
    agents = List.copyOf(agents);
  }

  String text(Field field) {
    return texts.getOrDefault(field, "");
  }

  boolean is(Flag flag) {
    return flags.getOrDefault(flag, false);
  }

  static ChannelValues of(ChannelRow row, SettingsRow settings, Locale locale) {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    texts.put(Field.NAME, row.name());
    texts.put(Field.NEXT_AFTER, Times.minutes(row.queue().nextAfterSeconds(), locale));
    texts.put(Field.CAP, row.queue().cap() == null ? "" : row.queue().cap().toString());
    texts.put(Field.ZONE, settings.zone().equals("Z") ? "UTC" : settings.zone());
    for (Field field : Field.values()) {
      if (field.isDay()) {
        String day = field.name().toLowerCase(Locale.ROOT);
        texts.put(field, Times.hours(settings.hours().getOrDefault(day, List.of())));
      }
    }
    texts.put(Field.WELCOME, orEmpty(settings.welcomeText()));
    texts.put(Field.OFF_HOURS, orEmpty(settings.offHoursText()));
    texts.put(Field.NO_ANSWER, orEmpty(settings.noAnswerText()));
    texts.put(Field.NO_ANSWER_AFTER, Times.minutes(settings.noAnswerAfterSeconds(), locale));
    texts.put(Field.CLOSE, orEmpty(settings.closeText()));
    texts.put(Field.RATING_WAIT, Times.minutes(settings.ratingWaitSeconds(), locale));
    texts.put(
        Field.AUTO_CLOSE,
        settings.autoCloseSeconds() == null
            ? ""
            : Times.minutes(settings.autoCloseSeconds(), locale));
    texts.put(Field.FIRST_TARGET, Times.minutes(row.firstReplyTargetSeconds(), locale));
    texts.put(Field.NEXT_TARGET, Times.minutes(row.nextReplyTargetSeconds(), locale));
    Map<Flag, Boolean> flags = new EnumMap<>(Flag.class);
    flags.put(Flag.ACTIVE, row.active());
    flags.put(Flag.CHECK_AVAILABILITY, settings.checkAvailability());
    flags.put(Flag.RETURN_WHEN_AWAY, settings.returnWhenAway());
    flags.put(Flag.ALWAYS_OPEN, settings.hours().isEmpty());
    flags.put(Flag.ASK_RATING, settings.askRating());
    return new ChannelValues(
        texts, flags, row.queue().mode(), settings.agentShown(), row.queue().agents());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
