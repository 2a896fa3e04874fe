package app.recado.faults;

import app.recado.client.api.OkHttpRelayApi;
import app.recado.client.cache.Durability;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Draft;
import app.recado.client.state.SendState;
import app.recado.client.state.Tab;
import app.recado.client.state.Timeline;
import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.Account;
import app.recado.client.sync.Desk;
import app.recado.client.sync.DeskSession;
import app.recado.client.sync.DeskSetup;
import app.recado.client.sync.EngineThread;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.Json;
import app.recado.protocol.UserRow;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * A desk without a window, told by lines what to do: {@code send TEXT}, {@code draft TEXT}, {@code
 * draft?}. It says {@code ready} once it shows its dialog, {@code shown TEXT} for each message of
 * its own that it shows, and {@code draft TEXT} when asked for the draft.
 */
final class DeskProcess {
  private final Desk desk;
  private final Set<String> shown = new HashSet<>();
  private @Nullable DialogId dialog;
  private @Nullable Timeline timeline;

  private DeskProcess(Desk desk) {
    this.desk = desk;
  }

  /** Arguments: the profile's folder, the relay's address, the token, the person as JSON. */
  public static void main(String[] args) throws Exception {
    ExecutorService screen = Executors.newSingleThreadExecutor();
    EngineThread scheduler = new EngineThread(Executors.defaultThreadFactory());
    OkHttpRelayApi api = new OkHttpRelayApi(URI.create(args[1]), scheduler);
    Account account = new Account(args[2], Json.read(args[3], UserRow.class));
    screen
        .submit(() ->
            new DeskProcess(
                    DeskSession.open(
                        new DeskSetup(
                            Path.of(args[0]),
                            api,
                            api.files(Executors.newCachedThreadPool()),
                            scheduler,
                            InstantSource.system(),
                            System::nanoTime,
                            new SecureRandom(),
                            screen,
                            screen,
                            Executors.newSingleThreadExecutor(),
                            Executors.newSingleThreadExecutor(),
                            ZoneId.of("UTC"),
                            Durability.FULL),
                        account,
                        () -> say("signed out")))
                .begin())
        .get();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line;
    while ((line = lines.readLine()) != null) {
      String told = line;
      screen.execute(() -> current(told));
    }
    System.exit(0);
  }

  private static @Nullable DeskProcess only;

  private static void current(String told) {
    if (only != null) {
      only.obey(told);
    }
  }

  private void begin() {
    only = this;
    for (Tab tab : Tab.values()) {
      desk.inbox()
          .list(tab)
          .addListener(
              (ListChangeListener<DialogItem>) change -> change.getList().forEach(this::meet));
      desk.inbox().list(tab).forEach(this::meet);
    }
  }

  /** The first dialog there is becomes the one on the screen. */
  private void meet(DialogItem item) {
    if (dialog != null) {
      return;
    }
    dialog = item.id();
    Timeline opened = desk.open(item.id());
    timeline = opened;
    opened.entries().addListener((ListChangeListener<TimelineEntry>) change -> look());
    look();
    if (!item.dialog().session().status().isAccepted()) {
      desk.accept(item.id());
    }
    say("ready");
  }

  private void look() {
    if (timeline == null) {
      return;
    }
    for (TimelineEntry entry : timeline.entries()) {
      if (entry instanceof TimelineEntry.Message message
          && message.own()
          && message.state() != SendState.HELD
          && message.state() != SendState.REJECTED
          && shown.add(message.row().text())) {
        say("shown " + message.row().text());
      }
    }
  }

  private void obey(String line) {
    if (dialog == null) {
      return;
    }
    if (line.startsWith("send ")) {
      desk.send(dialog, line.substring(5), false, null);
    } else if (line.equals("draft?")) {
      Draft draft = desk.draft(dialog, DraftKind.WHISPER);
      say("draft " + (draft == null ? "" : draft.text()));
    } else if (line.startsWith("draft ")) {
      desk.saveDraft(dialog, DraftKind.WHISPER, line.substring(6), null);
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
