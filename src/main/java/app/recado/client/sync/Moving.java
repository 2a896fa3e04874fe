package app.recado.client.sync;

import app.recado.client.api.ApiException;
import app.recado.client.api.FileApi;
import app.recado.client.api.RelayApi;
import app.recado.client.state.FileTransfer;
import app.recado.client.state.FileTransfer.Stage;
import app.recado.protocol.Attachment;
import app.recado.protocol.FileId;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One transfer under way, watched for standing still. */
abstract class Moving implements FileApi.Transfer {
  /** A transfer that moves nothing for so long is begun again. */
  private static final Duration STALL = Duration.ofSeconds(60);

  private final Attachment moved;
  private final Scheduler scheduler;
  private final BiConsumer<FileId, @Nullable FileTransfer> show;
  private RelayApi.@Nullable Call call;
  private Scheduler.@Nullable Task watch;

  /**
   * @param show told how it stands
   */
  Moving(Attachment moved, Scheduler scheduler, BiConsumer<FileId, @Nullable FileTransfer> show) {
    this.moved = moved;
    this.scheduler = scheduler;
    this.show = show;
  }

  abstract RelayApi.Call begin();

  abstract void ended(@Nullable ApiException problem);

  void start() {
    show.accept(moved.id(), new FileTransfer(Stage.RUNNING, 0, moved.size(), null));
    watch();
    call = begin();
  }

  boolean isUnderWay() {
    return watch != null;
  }

  private void watch() {
    unwatch();
    watch =
        scheduler.after(
            STALL,
            () -> {
              cancel();
              ended(new ApiException.Unreachable("nothing moved", null));
            });
  }

  private void unwatch() {
    if (watch != null) {
      watch.cancel();
      watch = null;
    }
  }

  void cancel() {
    unwatch();
    if (call != null) {
      call.cancel();
      call = null;
    }
  }

  @Override
  public void progressed(long bytes) {
    watch();
    show.accept(moved.id(), new FileTransfer(Stage.RUNNING, bytes, moved.size(), null));
  }

  @Override
  public void succeeded(@Nullable Void nothing) {
    unwatch();
    ended(null);
  }

  @Override
  public void failed(ApiException problem) {
    unwatch();
    ended(problem);
  }
}
