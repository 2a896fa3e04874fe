package app.recado.client.ui.marks;

import app.recado.client.ui.controls.MenuCard;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks until when a dialog is to sleep: common times, or one of the agent's own. FX thread. */
public final class SnoozeChoice {
  private final Supplier<Instant> now;
  private final Moments moments;
  private final Overlay overlay;
  private final Consumer<Instant> chosen;
  private final Texts texts = Texts.of("marks");

  /**
   * @param now the relay's time
   * @param overlay where the choice is shown
   * @param chosen gets what was chosen
   */
  public SnoozeChoice(
      Supplier<Instant> now, Moments moments, Overlay overlay, Consumer<Instant> chosen) {
    this.now = now;
    this.moments = moments;
    this.overlay = overlay;
    this.chosen = chosen;
  }

  /** The choice as it stands now. */
  public MenuCard card() {
    Instant asked = now.get();
    SnoozePresets presets = new SnoozePresets(asked, moments.zone());
    MenuCard card = new MenuCard(overlay, texts.get("snooze.title"));
    Instant later = presets.laterToday();
    if (later != null) {
      card.add(until("snooze.later", later, asked));
    }
    card.add(until("snooze.tomorrow", presets.tomorrow(), asked));
    Instant nextWeek = presets.nextWeek();
    if (nextWeek != null) {
      card.add(until("snooze.nextWeek", nextWeek, asked));
    }
    card.addSeparator();
    card.add(
        entry(
            Icon.CALENDAR,
            texts.get("snooze.choose"),
            () -> {
              SnoozeTimeView time =
                  new SnoozeTimeView(presets.tomorrow(), moments, now, overlay::hide, chosen);
              overlay.showCentred(time, time.first());
            }));
    return card;
  }

  private MenuCard.Entry until(String key, Instant until, Instant asked) {
    return entry(
        Icon.ALARM_CLOCK, texts.get(key, moments.coming(until, asked)), () -> chosen.accept(until));
  }

  private static MenuCard.Entry entry(Icon icon, String text, Runnable action) {
    return new MenuCard.Entry(icon, text, List.of(), "", null, false, action);
  }
}
