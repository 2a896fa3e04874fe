package app.recado.client.ui.composer;

import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Scope;
import app.recado.client.ui.action.Shortcut;
import app.recado.client.ui.action.Standing;
import app.recado.client.ui.action.Surface;
import app.recado.client.ui.action.Topic;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;

/** What sending can be joined with, and the times a message can be given instead. */
public final class SendActions {
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final ComposerViewModel model;
  private final ZoneId zone;
  private final Supplier<Standing> mayFinish;
  private final Supplier<Standing> maySnooze;
  private final Runnable finish;
  private final Runnable next;
  private final Runnable chooseSnooze;
  private final Runnable chooseTime;
  private final Texts texts = Texts.of("composer");

  /**
   * @param mayFinish whether the conversation could be finished by whoever writes
   * @param maySnooze whether it could be let sleep
   * @param finish finishes it
   * @param next goes to the next conversation that waits for somebody
   * @param chooseSnooze asks until when it is to sleep once this is sent
   * @param chooseTime asks for a time to send at
   */
  public SendActions(
      ComposerViewModel model,
      ZoneId zone,
      Supplier<Standing> mayFinish,
      Supplier<Standing> maySnooze,
      Runnable finish,
      Runnable next,
      Runnable chooseSnooze,
      Runnable chooseTime) {
    this.model = model;
    this.zone = zone;
    this.mayFinish = mayFinish;
    this.maySnooze = maySnooze;
    this.finish = finish;
    this.next = next;
    this.chooseSnooze = chooseSnooze;
    this.chooseTime = chooseTime;
  }

  public List<Action> all() {
    return List.of(
        draft("send-next", Icon.SKIP_FORWARD, 0)
            .keys(Scope.WRITING, Shortcut.command(KeyCode.ENTER))
            .when(this::canSend)
            .does(() -> {
              model.send();
              next.run();
            }),
        draft("send-close", Icon.CHECK, 1)
            .when(this::canClose)
            .does(() -> {
              model.send();
              finish.run();
            }),
        draft("send-snooze", Icon.ALARM_CLOCK, 2)
            .when(() -> canSendAnd(maySnooze))
            .does(chooseSnooze),
        draft("schedule-hour", Icon.CLOCK, 10)
            .when(this::canSchedule)
            .does(() -> schedule(model.now().plus(Duration.ofHours(1)))),
        draft("schedule-tomorrow", Icon.CLOCK, 11)
            .when(this::canSchedule)
            .does(() -> schedule(at(today().plusDays(1)))),
        draft("schedule-monday", Icon.CLOCK, 12)
            .when(this::canSchedule)
            .does(() -> schedule(at(today().with(TemporalAdjusters.next(DayOfWeek.MONDAY))))),
        draft("schedule-at", Icon.CALENDAR, 13).when(this::canSchedule).does(chooseTime));
  }

  private Action.Draft draft(String id, Icon icon, int place) {
    return Action.named(id, texts, icon, Topic.WRITING).on(Surface.SEND, place);
  }

  private void schedule(Instant at) {
    model.schedule(model.dialog(), at);
  }

  private ZonedDateTime today() {
    return model.now().atZone(zone);
  }

  private static Instant at(ZonedDateTime day) {
    return day.with(MORNING).toInstant();
  }

  private Standing canSend() {
    return model.sendableProperty().get()
        ? Standing.ready()
        : Standing.refused(model.whyNotSendable());
  }

  private Standing canClose() {
    return canSendAnd(mayFinish);
  }

  private Standing canSendAnd(Supplier<Standing> also) {
    if (!model.sendKindProperty().get().isReply()) {
      return Standing.refused(texts.get("refusal.repliesOnly"));
    }
    Standing sending = canSend();
    return sending.isReady() ? also.get() : sending;
  }

  private Standing canSchedule() {
    if (!model.sendKindProperty().get().isReply()) {
      return Standing.refused(texts.get("refusal.repliesOnly"));
    }
    return canSend();
  }
}
