package app.recado.client.ui.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmojiSheetsTest {
  private static final double SIZE = 17;

  @BeforeAll
  static void startToolkit() {
    Fx.start();
  }

  @Test
  void everyEmojiHasAPictureOfItsOwn() {
    List<String> blank = new ArrayList<>();
    for (EmojiIndex.Group group : EmojiIndex.all().groups()) {
      for (Emoji emoji : group.emoji()) {
        note(emoji, blank);
        note(EmojiIndex.all().toned(emoji, 5), blank);
      }
    }
    assertThat(blank).isEmpty();
  }

  private static void note(Emoji emoji, List<String> blank) {
    EmojiSheets.Tile tile = Fx.get(() -> EmojiSheets.tile(emoji, SIZE));
    loaded(tile.sheet());
    if (!hasInk(tile.sheet(), tile.part())) {
      blank.add(emoji.sequence());
    }
  }

  static void loaded(Image sheet) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Fx.run(() ->
        sheet
            .progressProperty()
            .subscribe(progress -> {
              if (progress.doubleValue() == 1) {
                done.complete(!sheet.isError());
              }
            }));
    assertThat(done.orTimeout(30, TimeUnit.SECONDS).join()).isTrue();
  }

  private static boolean hasInk(Image sheet, Rectangle2D part) {
    for (int y = (int) part.getMinY(); y < part.getMaxY(); y++) {
      for (int x = (int) part.getMinX(); x < part.getMaxX(); x++) {
        if (sheet.getPixelReader().getArgb(x, y) >>> 24 > 128) {
          return true;
        }
      }
    }
    return false;
  }
}
