package app.recado.client.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Fx;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer may write in any script: no text may stop the window from being laid out. */
class WrappingTest {
  private static final int NARROW = 20;
  private static final int WIDE = 600;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "שלום, האם יש לכם את השולחן בצבע לבן? אני רוצה לקנות אותו מחר בבוקר",
        "مرحبا، هل لديكم الطاولة باللون الأبيض؟ أريد شراءها غدا صباحا",
        "नमस्ते, क्या आपके पास सफ़ेद रंग की मेज़ है? मैं इसे कल सुबह खरीदना चाहता हूँ",
        "Oi \u202Eabc def ghi jkl\u202C, chegou? \u2067mno pqr\u2069 stu vwx",
        "Sou o שלום עולם e quero מחר בבוקר a mesa "
      })
  void everyScriptWrapsAtEveryWidth(String text) {
    Fx.run(() -> new Theme(Appearance.LIGHT));
    double wide = Fx.get(() -> height(text, WIDE));
    double before = Double.MAX_VALUE;
    for (int width = NARROW; width < WIDE; width += 7) {
      int now = width;
      double height = Fx.get(() -> height(text, now));
      assertThat(height).isBetween(wide, before * 1.2);
      before = height;
    }
  }

  private static double height(String text, int width) {
    Text alone = new Text(text);
    alone.setWrappingWidth(width);
    TextFlow flow = new TextFlow(new Text(text), new Text(" fim"));
    return alone.getLayoutBounds().getHeight() + flow.prefHeight(width);
  }
}
