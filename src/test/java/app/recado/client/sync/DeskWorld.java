package app.recado.client.sync;

import app.recado.client.cache.Durability;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.DialogId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A desk and its scripted relay in virtual time. */
final class DeskWorld {
  final VirtualTime time = new VirtualTime();
  final ScriptedRelay relay = new ScriptedRelay(time);
  final ScriptedFiles files = new ScriptedFiles();
  final Path folder;

  /** How long the first rows take to be drawn. */
  Duration drawing = Duration.ofMillis(50);

  DeskSession desk;
  boolean wiped;

  DeskWorld(Path folder) {
    this.folder = folder;
    relay.put(Example.user(Example.ME, "Bruno Lima"));
    relay.put(Example.user(Example.PAULA, "Paula Reis"));
    relay.put(Example.channel());
    relay.put(Example.customer("c1", "Marina Rocha"));
    desk = open();
  }

  DeskSession open() {
    return open(Runnable::run, Runnable::run);
  }

  /** With a window and a reader that may keep others waiting. */
  DeskSession open(Executor fx, Executor reader) {
    return DeskSession.open(
        setup(folder, relay, files, time, drawing, fx, reader),
        new Account("token", Example.user(Example.ME, "Bruno Lima")),
        () -> wiped = true);
  }

  static DeskSetup setup(Path folder, ScriptedRelay relay, ScriptedFiles files, VirtualTime time) {
    return setup(folder, relay, files, time, Duration.ZERO, Runnable::run, Runnable::run);
  }

  private static DeskSetup setup(
      Path folder,
      ScriptedRelay relay,
      ScriptedFiles files,
      VirtualTime time,
      Duration drawing,
      Executor fx,
      Executor reader) {
    return new DeskSetup(
        folder,
        relay,
        files,
        time,
        time.local(),
        time::ticks,
        new Random(7),
        fx,
        action -> time.after(drawing, action),
        reader,
        Runnable::run,
        ZoneOffset.UTC,
        Durability.OFF);
  }

  /** As kill -9 and a new start. */
  void restart() {
    desk.crash();
    desk = open();
    time.settle();
  }

  void dialog(SessionStatus status, @Nullable UserId owner) {
    relay.put(Example.dialog(Example.DIALOG, "c1", status, owner, Example.START, 1));
    relay.put(Example.message(Example.DIALOG, 1, "Oi! Ainda tem a mesa Jatobá?"));
  }

  void later(int seconds) {
    time.run(Duration.ofSeconds(seconds));
  }

  List<DialogId> list(Tab tab) {
    return desk.inbox().list(tab).stream().map(DialogItem::id).toList();
  }

  List<TimelineEntry.Message> messages() {
    try (Timeline timeline = desk.open(Example.DIALOG)) {
      time.settle();
      return timeline.entries().stream()
          .filter(TimelineEntry.Message.class::isInstance)
          .map(TimelineEntry.Message.class::cast)
          .toList();
    }
  }
}
