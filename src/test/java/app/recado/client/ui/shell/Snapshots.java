package app.recado.client.ui.shell;

import static app.recado.client.ui.Example.NOW;

import app.recado.client.state.Batch;
import app.recado.client.state.Companion;
import app.recado.client.state.Connection;
import app.recado.client.state.DialogItem;
import app.recado.client.state.DialogQuery;
import app.recado.client.state.HeldItem;
import app.recado.client.state.SavedView;
import app.recado.client.state.Tab;
import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Fx;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.PicturesOfFiles;
import app.recado.client.ui.PicturesOfMacros;
import app.recado.client.ui.PicturesOfWorkspace;
import app.recado.client.ui.PicturesOfWriting;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Appearance;
import app.recado.protocol.Author;
import app.recado.protocol.DialogId;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Priority;
import app.recado.protocol.Role;
import app.recado.protocol.Signal;
import app.recado.protocol.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Draws the window as the design's pictures show it, and at its limits, in every language: {@code
 * main(FOLDER)}; with names of pictures behind it only those.
 */
final class Snapshots {
  private final Path folder;
  private final Appearance appearance;
  private final List<String> wanted;

  private Snapshots(Path folder, Appearance appearance, List<String> wanted) {
    this.folder = folder;
    this.appearance = appearance;
    this.wanted = wanted;
  }

  public static void main(String[] arguments) throws InterruptedException {
    List<String> wanted = List.of(arguments).subList(1, arguments.length);
    for (Language language : Language.values()) {
      Texts.speak(language);
      Path folder = Path.of(arguments[0], language.tag());
      for (Appearance each : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
        new Snapshots(folder, each, wanted).takeAll();
      }
    }
    Fx.run(javafx.application.Platform::exit);
  }

  private void selectSeveral(Shown shown) {
    open(shown, Tab.MINE);
    Pictures.mine().stream().limit(4).forEach(item -> shown.areas.selection().toggle(item.id()));
  }

  private static void become(
      Batch batch, int at, Batch.Progress progress, @Nullable HeldReason reason) {
    Batch.Step step = batch.steps().get(at);
    batch.apply(
        Map.of(at, new Batch.Step(step.dialog(), step.intent(), progress, null, reason, false)));
  }

  private static void preview(Shown shown, String typed) {
    open(shown, Tab.MINE);
    previewHere(shown, typed);
  }

  private static void previewHere(Shown shown, String typed) {
    shown.act("macros");
    ((TextInputControl) shown.scene.lookup("#macro-query")).setText(typed);
    shown.press(KeyCode.ENTER);
  }

  private void takeAll() throws InterruptedException {
    take("main", Pictures.desk(), 1440, 900, shown -> open(shown, Tab.MINE));
    take("header", asleep(), 1440, 900, shown -> shown.areas.show(Pictures.mine().get(1).id()));
    take(
        "header-small",
        asleep(),
        1024,
        640,
        shown -> shown.areas.show(Pictures.mine().get(1).id()));
    take("offline", Pictures.offline(), 1440, 900, shown -> open(shown, Tab.MINE));
    take("files", PicturesOfFiles.desk(), 1440, 900, shown -> open(shown, Tab.MINE));
    take("unanswered", Pictures.withNewChat(), 1440, 900, shown -> open(shown, Tab.UNANSWERED));
    take("held", held(), 1024, 640, shown -> open(shown, Tab.MINE));
    take("attention", held(), 1440, 900, shown -> shown.areas.go(Place.ATTENTION));
    take(
        "named",
        Pictures.desk(),
        1440,
        900,
        shown -> {
          open(shown, Tab.MINE);
          Fx.layOut((Parent) shown.scene.getRoot());
          shown.scene.getRoot().lookup("#timeline").requestFocus();
          for (int up = 0; up < 3; up++) {
            shown.press(KeyCode.UP);
          }
          shown.press(KeyCode.N);
        });
    take("selected", Pictures.desk(), 1440, 900, this::selectSeveral);
    FakeDesk viewed = Pictures.desk();
    viewed.views.add("VIP da semana", DialogQuery.ALL);
    viewed.marks.known.addAll(List.of("vip", "entrega", "troca"));
    take(
        "views",
        viewed,
        1440,
        900,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("views");
        });
    take(
        "filter",
        viewed,
        1440,
        900,
        shown -> {
          open(shown, Tab.MINE);
          viewed.views.all.clear();
          shown.act("filter");
        });
    take(
        "filter-small",
        viewed,
        1024,
        640,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("filter");
        });
    take(
        "view-gone",
        viewed,
        1440,
        900,
        shown -> {
          open(shown, Tab.MINE);
          viewed.views.all.setAll(
              new SavedView(
                  "old",
                  "Férias da Renata 🏖️",
                  DialogQuery.ALL
                      .of(DialogQuery.Whose.PERSON, new UserId("gone"))
                      .tagged(List.of("natal"))));
          shown.act("views");
          shown.press(KeyCode.ENTER);
          Fx.layOut((Parent) shown.scene.getRoot());
          shown.fire("#view-gone-change");
        });
    take(
        "batch",
        Pictures.desk(),
        1440,
        900,
        shown -> {
          selectSeveral(shown);
          shown.act("selected-finish");
          Batch batch = shown.desk.batches.started.getFirst();
          become(batch, 0, Batch.Progress.DONE, null);
          become(batch, 1, Batch.Progress.HELD, HeldReason.TAKEN);
          Fx.layOut((Parent) shown.scene.getRoot());
          shown.fire("#batch-details");
        });
    take("settings", Pictures.desk(), 1440, 900, shown -> shown.areas.go(Place.SETTINGS));
    FakeDesk led = PicturesOfWorkspace.desk(Role.ADMIN);
    take(
        "channel-settings",
        led,
        1440,
        900,
        shown -> {
          shown.act("channel-settings");
          Fx.layOut((Parent) shown.scene.getRoot());
          shown.fire("#channel-" + led.channels.getFirst().id());
        });
    take(
        "channels",
        PicturesOfWorkspace.desk(Role.ADMIN),
        1024,
        640,
        shown -> shown.act("channel-settings"));
    take(
        "people",
        PicturesOfWorkspace.desk(Role.ADMIN),
        1440,
        900,
        shown -> shown.act("people-settings"));
    FakeDesk recorded = PicturesOfWorkspace.desk(Role.ADMIN);
    recorded.administration.page = PicturesOfWorkspace.audit(recorded);
    take(
        "audit",
        recorded,
        1440,
        900,
        shown -> {
          shown.act("place-settings");
          shown.scene.getRoot().lookupAll(".section-button").stream()
              .map(javafx.scene.control.Button.class::cast)
              .reduce((one, last) -> last)
              .orElseThrow()
              .fire();
        });
    take("keys", Pictures.desk(), 1024, 640, shown -> shown.areas.openKeys());
    take(
        "search",
        Pictures.desk(),
        1440,
        900,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("palette");
        });
    FakeDesk palette = Pictures.desk();
    palette.recentTargets.add(Pictures.PAULA.id().value());
    palette.searching = Pictures::found;
    take(
        "palette",
        palette,
        1440,
        900,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("palette");
          ((TextInputControl) shown.scene.lookup("#search-query")).setText("trans");
        });
    take(
        "preview",
        palette,
        1024,
        640,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("palette");
          ((TextInputControl) shown.scene.lookup("#search-query")).setText("marina");
          shown.press(KeyCode.TAB);
        });
    take(
        "nothing-found",
        Pictures.desk(),
        1024,
        640,
        shown -> {
          shown.act("palette");
          ((TextInputControl) shown.scene.lookup("#search-query")).setText("guarda-roupa");
        });
    take(
        "transfer",
        Pictures.desk(),
        1024,
        640,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("transfer");
        });
    take(
        "finish",
        Pictures.desk(),
        1024,
        640,
        shown -> {
          open(shown, Tab.UNANSWERED);
          shown.act("spam");
        });
    take(
        "menu",
        Pictures.desk(),
        1024,
        640,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("message-menu");
        });
    take(
        "more",
        Pictures.desk(),
        1024,
        640,
        shown -> {
          open(shown, Tab.TEAM);
          shown.fire("#more");
        });
    take("emoji", withEmoji(), 1440, 900, shown -> open(shown, Tab.MINE));
    take(
        "find",
        Pictures.desk(),
        1024,
        640,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("find");
          ((TextInputControl) shown.scene.lookup("#find-query")).setText("frete");
        });
    take(
        "rename",
        Pictures.desk(),
        1024,
        640,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("rename");
        });
    take(
        "emoji-picker",
        withEmoji(),
        1440,
        900,
        shown -> {
          open(shown, Tab.MINE);
          shown.preferences.emoji().toneProperty().set(3);
          ((TextInputControl) shown.scene.lookup("#writing")).setText("Segue o catálogo 😊");
          shown.act("emoji");
        });
    take("marks", marked(), 1440, 900, shown -> open(shown, Tab.MINE));
    take(
        "tags",
        marked(),
        1024,
        640,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("tags");
        });
    take(
        "snooze",
        marked(),
        1024,
        640,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("snooze");
        });
    take(
        "composer-canned",
        PicturesOfWriting.desk(),
        1440,
        900,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("whisper");
          write(shown, "#frete");
        });
    take("canned-library", PicturesOfWriting.desk(), 1440, 900, shown -> shown.areas.openCanned());
    take(
        "canned-editor",
        PicturesOfWriting.desk(),
        1440,
        900,
        shown -> {
          open(shown, Tab.MINE);
          write(shown, "#");
          shown.fire("#suggest-extra");
          ((TextInputControl) shown.scene.lookup("#canned-title")).setText("Prazo de entrega");
          ((TextInputControl) shown.scene.lookup("#canned-text"))
              .setText("Oi, {cliente.nome|tudo bem}! Para {cliente.cidade} são 6 dias.");
        });
    take(
        "macro-picker",
        PicturesOfMacros.desk(),
        1440,
        900,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("macros");
        });
    take("macro-preview", PicturesOfMacros.desk(), 1440, 900, shown -> preview(shown, "orç"));
    take(
        "macro-blocked",
        PicturesOfMacros.desk(),
        1440,
        900,
        shown -> {
          open(shown, Tab.MINE);
          shown.act("next-dialog");
          Fx.layOut((Parent) shown.scene.getRoot());
          previewHere(shown, "mont");
        });
    take(
        "macro-several",
        PicturesOfMacros.desk(),
        1440,
        900,
        shown -> {
          selectSeveral(shown);
          shown.act("selected-macros");
          ((TextInputControl) shown.scene.lookup("#macro-query")).setText("enc");
          shown.press(KeyCode.ENTER);
        });
    take(
        "macro-result",
        PicturesOfMacros.desk(),
        1440,
        900,
        shown -> {
          preview(shown, "orç");
          shown.fire("#macro-run");
          Batch batch = shown.desk.batches.started.getFirst();
          become(batch, 0, Batch.Progress.DONE, null);
          become(batch, 1, Batch.Progress.HELD, HeldReason.TAKEN);
          become(batch, 2, Batch.Progress.HELD, HeldReason.DEPENDS_ON_HELD);
          Fx.layOut((Parent) shown.scene.getRoot());
          shown.fire("#batch-details");
        });
    take("macro-settings", PicturesOfMacros.desk(), 1440, 900, shown -> shown.areas.openMacros());
    take(
        "macro-editor",
        PicturesOfMacros.desk(),
        1440,
        900,
        shown -> {
          shown.areas.openMacros();
          Fx.layOut((Parent) shown.scene.getRoot());
          ((Button)
                  shown.scene.getRoot().lookupAll(".canned-row").stream()
                      .skip(1)
                      .findFirst()
                      .orElseThrow())
              .fire();
        });
    FakeDesk company = Pictures.desk();
    company.companions.put(
        new DialogId("dialog-marina"),
        List.of(new Companion(Author.agent(Pictures.PAULA.id()), Signal.Doing.TYPING)));
    take("company", company, 1024, 640, shown -> open(shown, Tab.MINE));
    FakeDesk back = Pictures.desk();
    take(
        "back",
        back,
        1440,
        900,
        shown -> {
          open(shown, Tab.MINE);
          back.connection.set(new Connection(Connection.Status.OFFLINE, 0, back.now, null));
          back.now = back.now.plusSeconds(1_380);
          back.inbox.put(Tab.UNANSWERED, Example.item("bia", "Beatriz Alencar").build());
          back.inbox.put(
              Tab.MINE,
              Example.item("joao", "João Pedro").mine(Pictures.BRUNO).said("Chegou!", 5).build());
          back.connection.set(new Connection(Connection.Status.ONLINE, 0, back.now, null));
        });
    take("small", Pictures.withNewChat(), 900, 600, shown -> open(shown, Tab.MINE));
    take("long", Pictures.longTexts(), 1024, 640, shown -> open(shown, Tab.MINE));
    take("large", Pictures.longTexts(), 1920, 1080, shown -> open(shown, Tab.MINE));
    take("scripts", Pictures.manyScripts(), 1024, 640, shown -> open(shown, Tab.MINE));
    take("empty", new FakeDesk(), 1440, 900, shown -> {});
  }

  /** With a long word on how it stands. */
  private static FakeDesk asleep() {
    FakeDesk desk = Pictures.desk();
    DialogItem joao = Pictures.mine().get(1);
    desk.inbox.remove(joao.id());
    desk.inbox.put(
        Tab.SNOOZED,
        Example.item("joao", "João Pedro")
            .mine(Pictures.BRUNO)
            .channel(Example.channel("channel-atacado", "Atacado e assistência"))
            .firstReply(72)
            .said("Conferi, o pedido saiu hoje", 660)
            .fromAgent()
            .snoozed(NOW.plusSeconds(3_600 * 20))
            .build());
    return desk;
  }

  private static FakeDesk marked() {
    FakeDesk desk = Pictures.desk();
    desk.marks.known.addAll(List.of("frete", "VIP", "troca de cor", "segunda via"));
    desk.inbox.put(
        Tab.MINE, Pictures.marina().tags("frete", "VIP").priority(Priority.URGENT).build());
    DialogItem joao = Pictures.mine().get(1);
    desk.inbox.remove(joao.id());
    desk.inbox.put(
        Tab.SNOOZED,
        Example.item("joao", "João Pedro")
            .mine(Pictures.BRUNO)
            .tags("segunda via")
            .said("Conferi, o pedido saiu hoje", 660)
            .fromAgent()
            .snoozed(NOW.plusSeconds(3_600 * 20))
            .build());
    return desk;
  }

  private static void write(Shown shown, String text) {
    TextInputControl area = (TextInputControl) shown.scene.lookup("#writing");
    area.requestFocus();
    area.appendText(text);
  }

  private static FakeDesk withEmoji() {
    FakeDesk desk = Pictures.desk();
    DialogItem marina = Pictures.mine().getFirst();
    desk.timeline(marina.id())
        .entries
        .setAll(
            Example.message(
                marina, 1, "Oi! 👋🏽 Consegue me mandar a foto da mesa?", NOW, null, false),
            Example.message(marina, 2, "Essa é a de 1,60 m 🙂", NOW, Pictures.BRUNO, true),
            Example.message(
                marina,
                3,
                "Chega em 2️⃣ dias 🚚📦, a família toda 👩‍👩‍👧‍👦 cabe nela ❤️ e ainda sobra"
                    + " lugar para a visita de Recife 🇧🇷. Qualquer coisa é só chamar aqui 🙏🏿",
                NOW,
                Pictures.BRUNO,
                true),
            Example.message(marina, 4, "🎉🎉🎉", NOW, null, false));
    return desk;
  }

  private static FakeDesk held() {
    FakeDesk desk = Pictures.desk();
    HeldItem item = Pictures.heldReply();
    desk.held.add(item);
    desk.timeline(item.dialog()).entries.add(new TimelineEntry.Held(item));
    return desk;
  }

  private static void open(Shown shown, Tab tab) {
    shown.select(tab);
    shown.act("next-dialog");
    Fx.layOut((Parent) shown.scene.getRoot());
  }

  private void take(
      String name, FakeDesk desk, double width, double height, Consumer<Shown> prepare)
      throws InterruptedException {
    if (!wanted.isEmpty() && !wanted.contains(name)) {
      return;
    }
    CountDownLatch done = new CountDownLatch(1);
    Path png = folder.resolve(name + "-" + appearance.name().toLowerCase(Locale.ROOT) + ".png");
    Fx.run(() -> {
      Shown shown = new Shown(desk, width, height, appearance);
      prepare.accept(shown);
      PauseTransition settling = new PauseTransition(Duration.millis(500));
      settling.setOnFinished(over -> {
        Fx.snapshot(shown.scene, png);
        shown.close();
        done.countDown();
      });
      settling.play();
    });
    if (!done.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nothing drawn for " + png);
    }
  }
}
