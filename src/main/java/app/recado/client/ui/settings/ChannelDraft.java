package app.recado.client.ui.settings;

import app.recado.protocol.AgentShown;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelPatch;
import app.recado.protocol.Intent;
import app.recado.protocol.Opening;
import app.recado.protocol.QueueMode;
import app.recado.protocol.UserId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A channel's settings while somebody changes them: what the relay said, and what is typed over it.
 * What others change meanwhile shows in every field that was not touched here. FX thread only.
 */
final class ChannelDraft {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_OPEN = 1_000;
  private static final int HOUR = 3_600;

  private final ChannelId channel;
  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
  private final Map<Flag, BooleanProperty> flags = new EnumMap<>(Flag.class);
  private final ObjectProperty<QueueMode> mode = new SimpleObjectProperty<>();
  private final ObjectProperty<AgentShown> shown = new SimpleObjectProperty<>();
  private final ObservableList<UserId> agents = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
  private final ReadOnlyObjectWrapper<@Nullable ChannelValues> discarded =
      new ReadOnlyObjectWrapper<>(this, "discarded");
  private ChannelValues base;

  ChannelDraft(ChannelId channel, ChannelValues base) {
    this.channel = channel;
    this.base = base;
    for (Field field : Field.values()) {
      texts.put(field, new SimpleStringProperty(base.text(field)));
    }
    for (Flag flag : Flag.values()) {
      flags.put(flag, new SimpleBooleanProperty(base.is(flag)));
    }
    mode.set(base.mode());
    shown.set(base.shown());
    agents.setAll(base.agents());
    texts.values().forEach(text -> text.subscribe(now -> look()));
    flags.values().forEach(flag -> flag.subscribe(now -> look()));
    mode.subscribe(now -> look());
    shown.subscribe(now -> look());
    agents.addListener((ListChangeListener<UserId>) change -> look());
  }

  ChannelId channel() {
    return channel;
  }

  StringProperty text(Field field) {
    return Objects.requireNonNull(texts.get(field));
  }

  BooleanProperty flag(Flag flag) {
    return Objects.requireNonNull(flags.get(flag));
  }

  ObjectProperty<QueueMode> mode() {
    return mode;
  }

  ObjectProperty<AgentShown> shown() {
    return shown;
  }

  /** In the order in which they are asked. */
  ObservableList<UserId> agents() {
    return agents;
  }

  ReadOnlyBooleanProperty changed() {
    return changed.getReadOnlyProperty();
  }

  /** Moves somebody of the queue up or down; nothing beyond its ends. */
  void move(UserId agent, int to) {
    int from = agents.indexOf(agent);
    int place = Math.clamp(to, 0, agents.size() - 1);
    if (from >= 0 && from != place) {
      List<UserId> next = new ArrayList<>(agents);
      next.remove(from);
      next.add(place, agent);
      agents.setAll(next);
    }
  }

  private void look() {
    changed.set(!now().equals(base));
    if (changed.get()) {
      discarded.set(null);
    }
  }

  private ChannelValues now() {
    Map<Field, String> typed = new EnumMap<>(Field.class);
    texts.forEach((field, text) -> typed.put(field, text.get()));
    Map<Flag, Boolean> on = new EnumMap<>(Flag.class);
    flags.forEach((flag, is) -> on.put(flag, is.get()));
    return new ChannelValues(typed, on, mode.get(), shown.get(), agents);
  }

  /** The relay says something new: it shows where nothing else was typed. */
  void rebase(ChannelValues fresh) {
    ChannelValues before = base;
    base = fresh;
    if (!fresh.equals(before)) {
      discarded.set(null);
    }
    texts.forEach((field, text) -> {
      if (text.get().equals(before.text(field))) {
        text.set(fresh.text(field));
      }
    });
    flags.forEach((flag, is) -> {
      if (is.get() == before.is(flag)) {
        is.set(fresh.is(flag));
      }
    });
    if (mode.get() == before.mode()) {
      mode.set(fresh.mode());
    }
    if (shown.get() == before.shown()) {
      shown.set(fresh.shown());
    }
    if (agents.equals(before.agents()) && !agents.equals(fresh.agents())) {
      agents.setAll(fresh.agents());
    }
    look();
  }

  /** Takes what was saved for what the relay says, which it will soon. */
  void saved() {
    base = now();
    look();
  }

  /** Goes back to what the relay says; {@link #bringBack} undoes that. */
  void discard() {
    ChannelValues given = now();
    show(base);
    discarded.set(given);
  }

  /** What was discarded, as long as nothing else was written or said since; null for nothing. */
  ReadOnlyObjectProperty<@Nullable ChannelValues> discarded() {
    return discarded.getReadOnlyProperty();
  }

  void bringBack() {
    ChannelValues given = discarded.get();
    if (given != null) {
      show(given);
    }
  }

  private void show(ChannelValues values) {
    texts.forEach((field, text) -> text.set(values.text(field)));
    flags.forEach((flag, is) -> is.set(values.is(flag)));
    mode.set(values.mode());
    shown.set(values.shown());
    agents.setAll(values.agents());
  }

  /** What cannot be saved as it is typed. */
  Set<Field> problems() {
    Set<Field> problems = EnumSet.noneOf(Field.class);
    for (Field field : Field.values()) {
      if (!isGood(field, text(field).get().strip())) {
        problems.add(field);
      }
    }
    return problems;
  }

  private boolean isGood(Field field, String typed) {
    return switch (field) {
      case NAME -> !typed.isEmpty() && typed.length() <= LONGEST_NAME;
      case NEXT_AFTER -> isBetween(typed, 60, 12 * HOUR);
      case CAP -> typed.isEmpty() || (typed.matches("\\d{1,4}") && isCap(Integer.parseInt(typed)));
      case ZONE -> ZoneId.getAvailableZoneIds().contains(typed);
      case WELCOME, OFF_HOURS, NO_ANSWER, CLOSE -> typed.length() <= LONGEST_TEXT;
      case NO_ANSWER_AFTER, FIRST_TARGET, NEXT_TARGET -> isBetween(typed, 1, 7 * 24 * HOUR);
      case RATING_WAIT -> isBetween(typed, 1, 30 * 24 * HOUR);
      case AUTO_CLOSE -> typed.isEmpty() || isBetween(typed, 60, 365 * 24 * HOUR);
      case MONDAY ->
          flag(Flag.ALWAYS_OPEN).get() || (Times.openings(typed).isPresent() && !isNeverOpen());
      case TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY ->
          flag(Flag.ALWAYS_OPEN).get() || Times.openings(typed).isPresent();
    };
  }

  private static boolean isCap(int cap) {
    return cap >= 1 && cap <= MOST_OPEN;
  }

  private static boolean isBetween(String minutes, int least, int most) {
    Optional<Integer> seconds = Times.seconds(minutes);
    return seconds.isPresent() && seconds.get() >= least && seconds.get() <= most;
  }

  private boolean isNeverOpen() {
    return texts.entrySet().stream()
        .allMatch(text -> !text.getKey().isDay() || text.getValue().get().isBlank());
  }

  /** What to ask the relay for: only what differs; empty for nothing. To be good. */
  List<Intent> intents() {
    ChannelValues now = now();
    List<Intent> intents = new ArrayList<>();
    queue(now).ifPresent(intents::add);
    rest(now).ifPresent(intents::add);
    return intents;
  }

  private Optional<Intent> queue(ChannelValues now) {
    Intent.SetQueue set =
        new Intent.SetQueue(
            channel,
            now.mode() == base.mode() ? null : now.mode(),
            now.agents().equals(base.agents()) ? null : now.agents(),
            seconds(now, Field.NEXT_AFTER),
            differs(now, Field.CAP) && !now.text(Field.CAP).isBlank()
                ? Integer.valueOf(now.text(Field.CAP).strip())
                : null,
            differs(now, Field.CAP) && now.text(Field.CAP).isBlank(),
            flag(now, Flag.CHECK_AVAILABILITY),
            flag(now, Flag.RETURN_WHEN_AWAY));
    Intent nothing = new Intent.SetQueue(channel, null, null, null, null, false, null, null);
    return set.equals(nothing) ? Optional.empty() : Optional.of(set);
  }

  private Optional<Intent> rest(ChannelValues now) {
    List<String> clear = new ArrayList<>();
    ChannelPatch patch =
        new ChannelPatch(
            differs(now, Field.NAME) ? now.text(Field.NAME).strip() : null,
            flag(now, Flag.ACTIVE),
            differs(now, Field.ZONE) ? now.text(Field.ZONE).strip() : null,
            hours(now),
            text(now, Field.WELCOME, clear),
            text(now, Field.OFF_HOURS, clear),
            text(now, Field.NO_ANSWER, clear),
            seconds(now, Field.NO_ANSWER_AFTER),
            text(now, Field.CLOSE, clear),
            flag(now, Flag.ASK_RATING),
            seconds(now, Field.RATING_WAIT),
            autoClose(now, clear),
            now.shown() == base.shown() ? null : now.shown(),
            seconds(now, Field.FIRST_TARGET),
            seconds(now, Field.NEXT_TARGET),
            clear);
    ChannelPatch nothing =
        new ChannelPatch(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, List.of());
    return patch.equals(nothing)
        ? Optional.empty()
        : Optional.of(new Intent.SaveChannel(channel, patch));
  }

  private boolean differs(ChannelValues now, Field field) {
    return !now.text(field).strip().equals(base.text(field).strip());
  }

  private @Nullable Boolean flag(ChannelValues now, Flag flag) {
    return now.is(flag) == base.is(flag) ? null : now.is(flag);
  }

  private @Nullable Integer seconds(ChannelValues now, Field field) {
    return differs(now, field) ? Times.seconds(now.text(field)).orElse(null) : null;
  }

  private @Nullable String text(ChannelValues now, Field field, List<String> clear) {
    if (!differs(now, field)) {
      return null;
    }
    String typed = now.text(field).strip();
    if (typed.isEmpty()) {
      clear.add(field.wire());
      return null;
    }
    return typed;
  }

  private @Nullable Integer autoClose(ChannelValues now, List<String> clear) {
    if (differs(now, Field.AUTO_CLOSE) && now.text(Field.AUTO_CLOSE).isBlank()) {
      clear.add("autoCloseSeconds");
      return null;
    }
    return seconds(now, Field.AUTO_CLOSE);
  }

  private @Nullable Map<String, List<Opening>> hours(ChannelValues now) {
    Map<String, List<Opening>> hours = week(now);
    return hours.equals(week(base)) ? null : hours;
  }

  private static Map<String, List<Opening>> week(ChannelValues values) {
    Map<String, List<Opening>> week = new TreeMap<>();
    if (values.is(Flag.ALWAYS_OPEN)) {
      return week;
    }
    for (Field field : Field.values()) {
      if (field.isDay()) {
        List<Opening> openings = Times.openings(values.text(field)).orElse(List.of());
        if (!openings.isEmpty()) {
          week.put(field.name().toLowerCase(Locale.ROOT), openings);
        }
      }
    }
    return week;
  }
}
