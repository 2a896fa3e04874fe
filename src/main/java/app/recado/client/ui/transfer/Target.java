package app.recado.client.ui.transfer;

import app.recado.client.sync.Folding;
import app.recado.protocol.ChannelId;
import app.recado.protocol.UserId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or a channel, that a dialog can go to.
 *
 * @param dot the style of its dot as things stand: {@code online}, {@code pause}, {@code away},
 *     {@code offline}
 * @param words its availability and load as things stand, in words
 */
record Target(
    @Nullable UserId user,
    @Nullable ChannelId channel,
    String name,
    Supplier<String> dot,
    Supplier<String> words) {

  String presence() {
    return dot.get();
  }

  /** Worded only when it is looked at: there may be thousands, of whom few are drawn. */
  String state() {
    return words.get();
  }

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
    return Folding.matchesAll(name, Folding.words(query));
  }
}
