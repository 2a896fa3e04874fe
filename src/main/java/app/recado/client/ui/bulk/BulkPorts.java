package app.recado.client.ui.bulk;

import app.recado.client.ui.controls.Overlay;
import app.recado.protocol.ChannelId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Priority;
import app.recado.protocol.UserId;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What doing something with several dialogs asks of its neighbours. */
public interface BulkPorts {
  /** Where questions and results lie. */
  Overlay overlay();

  void show(DialogId dialog);

  /** The customer's name. */
  String nameOf(DialogId dialog);

  /**
   * @param on those that all have
   * @param change those that all get, and those that all lose
   */
  void chooseTags(List<String> on, BiConsumer<List<String>, List<String>> change);

  void choosePriority(Consumer<Priority> chosen);

  void chooseSnooze(Consumer<Instant> until);

  void chooseTransfer(Transfer transfer);

  /** To exactly one of a person and a channel, with a comment for whoever gets them. */
  @FunctionalInterface
  interface Transfer {
    void to(@Nullable UserId user, @Nullable ChannelId channel, @Nullable String comment);
  }
}
