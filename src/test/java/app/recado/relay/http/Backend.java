package app.recado.relay.http;

import app.recado.Folders;
import app.recado.relay.RelayNode;
import app.recado.relay.RelayOptions;
import app.recado.relay.RelayWorld;
import app.recado.relay.store.TestDatabases;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The databases that every test of the API runs on; each has one relay for all tests. */
enum Backend {
  SQLITE,
  POSTGRESQL;

  private @Nullable Workspace workspace;

  synchronized Workspace workspace() {
    if (workspace == null) {
      Workspace opened = new Workspace(open());
      workspace = opened;
      Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
    }
    return workspace;
  }

  private RelayNode open() {
    Path data = Folders.temporary("recado-api");
    String url = this == SQLITE ? null : TestDatabases.postgresUrl();
    RelayNode node =
        RelayNode.open(
            new RelayOptions(data, url),
            InstantSource.system(),
            new SecureRandom(),
            Thread.ofPlatform().daemon().factory(),
            RelayWorld.PLAIN);
    node.serve();
    return node;
  }
}
