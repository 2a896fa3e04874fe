package app.recado.client.ui.theme;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Lets text in Arabic, Hebrew and other scripts that are shaped by Pango wrap. JavaFX on Linux (23
 * to 27-ea at least) remembers the bytes of each run while it lays a text out. A run that is split
 * at a line's end is shaped again from the bytes that it had before, which ends in an {@code
 * ArrayIndexOutOfBoundsException} in every frame. Here it is made to forget.
 */
final class WrappedScripts {
  private static boolean tried;

  private WrappedScripts() {}

  /** Elsewhere, or where JavaFX is made otherwise, nothing is done. FX thread. */
  static void mend() {
    if (tried) {
      return;
    }
    tried = true;
    try {
      Field shared =
          Class.forName("com.sun.javafx.text.GlyphLayoutManager")
              .getDeclaredField("REUSABLE_INSTANCE");
      shared.setAccessible(true);
      Object layout = shared.get(null);
      if (layout.getClass().getSimpleName().equals("PangoGlyphLayout")) {
        Field bytes = layout.getClass().getDeclaredField("runUtf8");
        bytes.setAccessible(true);
        bytes.set(layout, new Forgetful());
      }
    } catch (ReflectiveOperationException | RuntimeException changed) {
      // not before: the log's own classes would hold up the first window
      LoggerFactory.getLogger(WrappedScripts.class)
          .warn("Text of some scripts may not wrap: {}", changed.toString());
    }
  }

  /** Finds nothing again, and holds all addresses of bytes until they are freed. */
  private static final class Forgetful extends LinkedHashMap<Object, Long> {
    @Override
    public @Nullable Long get(@Nullable Object run) {
      return null;
    }

    @Override
    public @Nullable Long put(Object run, Long address) {
      return super.put(new Object(), address);
    }
  }
}
