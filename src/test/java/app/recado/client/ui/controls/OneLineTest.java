package app.recado.client.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Fx;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OneLineTest {
  private List<Label> pieces;
  private OneLine line;

  @BeforeEach
  void show() {
    Fx.start();
    pieces = Stream.of("Olá, ", "Joana", "! Aqui é", " Bruno").map(Label::new).toList();
    line = Fx.get(() -> new OneLine(pieces));
    Fx.run(() -> {
      new Scene(line);
      line.applyCss();
    });
  }

  private double wide(int piece) {
    return Math.ceil(pieces.get(piece).prefWidth(-1));
  }

  private void layOut(double width) {
    Fx.run(() -> {
      line.resize(width, 20);
      line.layout();
    });
  }

  @Test
  void withRoomForAllNothingIsCut() {
    layOut(Fx.get(() -> line.prefWidth(-1)));
    for (int piece = 0; piece < pieces.size(); piece++) {
      assertThat(pieces.get(piece).isVisible()).isTrue();
      assertThat(pieces.get(piece).getWidth()).isEqualTo(wide(piece));
    }
  }

  @Test
  void onlyThePieceAtTheEdgeIsCutAndWhatIsBehindItIsGone() {
    layOut(wide(0) + wide(1) + 20);
    assertThat(pieces.get(0).getWidth()).isEqualTo(wide(0));
    assertThat(pieces.get(1).getWidth()).isEqualTo(wide(1));
    assertThat(pieces.get(2).getWidth()).isEqualTo(20);
    assertThat(pieces.get(3).isVisible()).isFalse();
  }
}
