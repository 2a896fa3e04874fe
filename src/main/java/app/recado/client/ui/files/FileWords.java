package app.recado.client.ui.files;

import app.recado.client.state.FileTransfer;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.Attachment;
import app.recado.protocol.FileRules;
import java.text.NumberFormat;
import org.jspecify.annotations.Nullable;

/** What is said of files. */
public final class FileWords {
  private static final long KILO = 1024;
  private static final long MEGA = KILO * KILO;

  private final Texts texts = Texts.of("files");

  /** {@code 820 KB}, {@code 1.8 MB}. */
  public String size(long bytes) {
    if (bytes < KILO) {
      return texts.get("size.bytes", number(bytes, 0));
    }
    return bytes < MEGA
        ? texts.get("size.kilo", number((double) bytes / KILO, 0))
        : texts.get("size.mega", number((double) bytes / MEGA, 1));
  }

  private String number(double value, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }

  /** The line below a file's name. */
  public String line(Attachment file, @Nullable FileTransfer transfer, boolean here) {
    String size = size(file.size());
    if (transfer == null) {
      return here ? texts.get("line.here", size) : size;
    }
    return switch (transfer.stage()) {
      case WAITING -> texts.get("line.waiting", size);
      case RUNNING -> texts.get("line.running", size(transfer.done()), size);
      case PAUSED -> texts.get("line.paused", size);
      case FAILED ->
          texts.get(
              switch (String.valueOf(transfer.problem())) {
                case "offline" -> "line.offline";
                case "gone" -> "line.gone";
                case "disk" -> "line.disk";
                default -> "line.refused";
              });
    };
  }

  /** Why a file was not taken, with its name. */
  public String refused(String name, FileRules.Refused reason) {
    return switch (reason) {
      case EMPTY -> texts.get("refused.empty", name);
      case TOO_LARGE -> texts.get("refused.tooLarge", name, size(FileRules.LARGEST));
      case PROGRAM -> texts.get("refused.program", name);
    };
  }

  public String unreadable(String name) {
    return texts.get("refused.unreadable", name);
  }

  public String tooMany() {
    return texts.get("refused.tooMany", FileRules.MOST_PER_MESSAGE);
  }

  String get(String key, Object... arguments) {
    return texts.get(key, arguments);
  }
}
