package app.recado.client.ui.transfer;

import app.recado.protocol.ChannelId;
import app.recado.protocol.UserId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or a channel, that a dialog can go to.
 *
 * @param presence the style of its dot: {@code online}, {@code pause}, {@code away}, {@code
 *     offline}
 * @param state its availability and load, in words
 */
record Target(
    @Nullable UserId user,
    @Nullable ChannelId channel,
    String name,
    String presence,
    String state) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** The id that stands in the list of recent targets. */
  String id() {
    if (user != null) {
      return user.value();
    }
    return channel == null ? "" : channel.value();
  }

  /** What a person is called by; a channel by its whole name. */
  String shortName() {
    int space = name.indexOf(' ');
    return user == null || space < 0 ? name : name.substring(0, space);
  }

  /** Whether each word of the query begins a word of the name, whatever the accents. */
  boolean matches(String query) {
    String folded = ' ' + fold(name);
    for (String word : fold(query).strip().split("\\s+")) {
      if (!folded.contains(' ' + word)) {
        return false;
      }
    }
    return true;
  }

  private static String fold(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
