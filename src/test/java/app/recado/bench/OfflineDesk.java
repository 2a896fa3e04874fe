package app.recado.bench;

import app.recado.client.sync.DeskSession;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A desk over a filled cache whose relay does not answer. */
final class OfflineDesk implements AutoCloseable {
  /** Nothing listens there: a connection is refused at once. */
  private static final int NOWHERE = 9;

  private final BenchDesk desk;

  OfflineDesk(Fixtures.Filled filled) throws Exception {
    this(filled.profile(), filled.workspace());
  }

  OfflineDesk(Path profile, Workspace workspace) throws Exception {
    desk = new BenchDesk(profile, NOWHERE, "token", workspace.me);
    desk.onFx(() -> {
      desk.desk().workOffline(true);
      return true;
    });
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!isLoaded(workspace)) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("the cache was not read");
      }
    }
  }

  DeskSession desk() {
    return desk.desk();
  }

  <T> T onFx(Callable<T> work) throws Exception {
    return desk.onFx(work);
  }

  private boolean isLoaded(Workspace workspace) throws Exception {
    return desk.onFx(() ->
        desk.desk().inbox().item(workspace.dialog(workspace.dialogs() - 1)).getValue() != null);
  }

  @Override
  public void close() throws Exception {
    desk.close();
  }
}
