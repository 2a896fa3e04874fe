package app.recado.client.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.FakeFiles;
import app.recado.client.ui.Fx;
import app.recado.client.ui.controls.Overlay;
import app.recado.protocol.Attachment;
import app.recado.protocol.FileId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PictureViewTest {
  private static final Path PLACE = Path.of("photo.png").toAbsolutePath();

  private final Attachment file =
      new Attachment(new FileId("f1"), "photo.png", "image/png", 10, "00", 40, 30);
  private final FakeFiles files = new FakeDesk().files;
  private final List<Path> opened = new ArrayList<>();
  private PictureView picture;

  @BeforeEach
  void show() {
    Fx.start();
    files.fetchesLater = true;
    picture = Fx.get(() -> new PictureView(files, file, 40, 30, (one, place) -> opened.add(place)));
    Fx.run(() -> new Scene(new Group(picture)));
  }

  private void press() {
    Fx.run(() -> {
      fire(KeyEvent.KEY_PRESSED);
      fire(KeyEvent.KEY_RELEASED);
    });
  }

  private void fire(EventType<KeyEvent> type) {
    Event.fireEvent(picture, new KeyEvent(type, "", "", KeyCode.ENTER, false, false, false, false));
  }

  @Test
  void askedForBeforeItIsHereItOpensOnceItIs() {
    press();
    press();
    assertThat(opened).isEmpty();
    files.here.put(file.id(), PLACE);
    Fx.run(files::fetchNow);
    assertThat(opened).containsExactly(PLACE);
  }

  @Test
  void notAskedForItStaysWhereItIs() {
    files.here.put(file.id(), PLACE);
    Fx.run(files::fetchNow);
    assertThat(opened).isEmpty();
    press();
    assertThat(opened).containsExactly(PLACE);
  }

  @Test
  void aCardThatWasOpenedWhileItCameStays() {
    Overlay overlay = new Overlay();
    Region card = new Region();
    Fx.run(() -> {
      picture = new PictureView(files, file, 40, 30, FileLook.over(overlay));
      new Scene(new StackPane(picture, overlay), 600, 400);
    });
    press();
    files.here.put(file.id(), PLACE);
    Fx.run(() -> {
      overlay.showCentred(card, null);
      files.fetchNow();
      assertThat(card.getParent()).isSameAs(overlay);
      overlay.hide();
    });
    press();
    assertThat(Fx.get(overlay::isOpen)).as("asked for once more").isTrue();
  }
}
