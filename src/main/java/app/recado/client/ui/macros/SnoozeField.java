package app.recado.client.ui.macros;

import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.MacroStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * For how long a step lets a dialog sleep: common times, or one of the agent's own. Says when that
 * would end, or why it cannot be.
 */
final class SnoozeField extends VBox {
  private static final List<Integer> MINUTES =
      List.of(30, 60, 180, 480, 1_440, 2_880, 4_320, 10_080, 43_200);

  /** Stands for a time that is typed, and is none while what is typed is none. */
  private static final MacroStep.Snooze TYPED = new MacroStep.Snooze(null, null);

  private static final int MOST_DIGITS = 6;

  private final Supplier<Instant> now;
  private final Moments moments;
  private final Consumer<MacroStep> changed;
  private final Texts texts = Texts.of("macros");
  private final ComboBox<MacroStep.Snooze> chosen;
  private final TextField amount = new TextField();
  private final ComboBox<Unit> unit;
  private final HBox typed;
  private final Label says = new Label();

  private enum Unit {
    MINUTES(1),
    HOURS(60),
    DAYS(24 * 60);

    private final int minutes;

    Unit(int minutes) {
      this.minutes = minutes;
    }
  }

  /**
   * @param now the relay's time
   */
  SnoozeField(
      MacroStep.Snooze step,
      StepWords words,
      Supplier<Instant> now,
      Moments moments,
      Consumer<MacroStep> changed) {
    this.now = now;
    this.moments = moments;
    this.changed = changed;
    setSpacing(4);
    List<MacroStep.Snooze> all = new ArrayList<>();
    for (MacroStep.Morning morning : MacroStep.Morning.values()) {
      all.add(new MacroStep.Snooze(morning, null));
    }
    MINUTES.forEach(minutes -> all.add(new MacroStep.Snooze(null, minutes)));
    boolean own = !all.contains(step);
    all.add(TYPED);
    chosen =
        StepFields.box(
            texts.get("field.snooze"),
            all,
            own ? TYPED : step,
            each -> each.equals(TYPED) ? texts.get("snooze.choose") : words.what(each));
    chosen.getStyleClass().add("macro-snooze");
    Unit usual = own && step.minutes() != null ? largest(step.minutes()) : Unit.HOURS;
    unit =
        StepFields.box(
            texts.get("snooze.unit"),
            Arrays.asList(Unit.values()),
            usual,
            each -> texts.get("snooze." + each.name().toLowerCase(Locale.ROOT)));
    unit.getStyleClass().add("macro-snooze-unit");
    amount.getStyleClass().add("macro-snooze-amount");
    amount.setPrefColumnCount(MOST_DIGITS);
    amount.setAccessibleText(texts.get("snooze.amount"));
    if (own && step.minutes() != null) {
      amount.setText(String.valueOf(step.minutes() / usual.minutes));
    }
    typed = new HBox(8, amount, unit);
    typed.setAlignment(Pos.CENTER_LEFT);
    says.getStyleClass().addAll("small", "muted", "macro-snooze-says");
    says.setWrapText(true);
    getChildren().setAll(chosen, typed, says);
    say();
    chosen
        .valueProperty()
        .addListener((at, was, is) -> {
          take();
          if (is.equals(TYPED)) {
            amount.requestFocus();
          }
        });
    amount.textProperty().addListener((at, was, is) -> take());
    unit.valueProperty().addListener((at, was, is) -> take());
  }

  private static Unit largest(int minutes) {
    return minutes % Unit.DAYS.minutes == 0
        ? Unit.DAYS
        : minutes % Unit.HOURS.minutes == 0 ? Unit.HOURS : Unit.MINUTES;
  }

  private void take() {
    say();
    changed.accept(step());
  }

  /** As it is chosen or typed; {@link #TYPED} while that is no time. */
  private MacroStep.Snooze step() {
    MacroStep.Snooze one = chosen.getValue();
    if (!one.equals(TYPED)) {
      return one;
    }
    String number = amount.getText().strip();
    if (!number.matches("[0-9]{1," + MOST_DIGITS + "}")) {
      return TYPED;
    }
    long minutes = Long.parseLong(number) * unit.getValue().minutes;
    return minutes >= 1 && minutes <= MacroStep.LONGEST_SNOOZE
        ? new MacroStep.Snooze(null, (int) minutes)
        : TYPED;
  }

  private void say() {
    Shown.when(chosen.getValue().equals(TYPED), typed);
    MacroStep.Snooze step = step();
    Instant today = now.get();
    says.setText(
        step.equals(TYPED)
            ? texts.get("snooze.notSo")
            : texts.get(
                "snooze.says",
                moments.coming(MacroPlan.until(step, today.atZone(moments.zone())), today)));
  }
}
