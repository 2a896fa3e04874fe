package app.recado.relay.http;

import app.recado.relay.RelayNode;
import app.recado.relay.RelayOptions;
import app.recado.relay.RelayWorld;
import app.recado.relay.store.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
      try {
        Workspace opened = new Workspace(open());
        workspace = opened;
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return workspace;
  }

  private RelayNode open() throws IOException {
    Path data = Files.createTempDirectory("recado-api");
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
