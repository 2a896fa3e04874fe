package app.recado.client.ui.suggest;

import app.recado.protocol.Attachment;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * One thing to choose.
 *
 * @param heading what it stands under; empty for nothing
 * @param badge what is typed to get it; empty for nothing
 * @param picture drawn at its left in place of the badge; null for none
 * @param side a few words at its right as things are when it is asked; empty for none
 * @param detail a line below; empty for none
 * @param refusal why it cannot be chosen now; empty if it can
 * @param chosen what follows
 */
public record Suggestion(
    String heading,
    String badge,
    @Nullable Supplier<Node> picture,
    String title,
    Supplier<String> side,
    List<Piece> detail,
    String refusal,
    Chosen chosen) {

  /** What happens when it is chosen. */
  public interface Chosen {
    /**
     * @param send whether what is written is to be sent then
     */
    void into(Field field, boolean send);
  }

  /** Where it goes. */
  public interface Field {
    /** Puts a text in the place of what was typed to find it. */
    void replace(String text);

    /** Puts copies of these files into what is written. */
    void attach(List<Attachment> files);

    void send();
  }

  public boolean isReady() {
    return refusal.isEmpty();
  }

  /** What a screen reader says. */
  String spoken() {
    StringBuilder words = new StringBuilder(title);
    if (!side.get().isEmpty()) {
      words.append(", ").append(side.get());
    }
    if (!detail.isEmpty()) {
      words.append(". ");
      detail.forEach(piece -> words.append(piece.text()));
    }
    return refusal.isEmpty() ? words.toString() : words + ". " + refusal;
  }
}
