package app.recado.simulation;

import app.recado.client.cache.Durability;
import app.recado.client.sync.Account;
import app.recado.client.sync.Desk;
import app.recado.client.sync.DeskSession;
import app.recado.client.sync.DeskSetup;
import app.recado.relay.Relay;
import app.recado.relay.RelayNode;
import app.recado.relay.RelayParts;
import app.recado.relay.account.Passwords;
import app.recado.relay.file.Shelf;
import app.recado.relay.store.SqliteDatabase;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/** The programs under test, wired to a world that is not the real one. */
final class Engines {
  private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

  private Engines() {}

  static Relay relay(Path data, Machine machine, RandomGenerator random) {
    RelayNode relay =
        RelayNode.inline(
            SqliteDatabase.open(data.resolve("relay.db")),
            machine,
            random,
            RelayParts.inline(new PlainPasswords(), new Shelf(data.resolve("files"))));
    relay.serve();
    return relay;
  }

  static Desk desk(
      Path profile,
      SimulatedApi api,
      SimulatedFiles files,
      Machine machine,
      RandomGenerator random,
      Account account) {
    return DeskSession.open(
        new DeskSetup(
            profile,
            api,
            files,
            machine,
            machine,
            machine::ticks,
            random,
            machine.screen(),
            machine.screen(),
            machine.screen(),
            Runnable::run,
            ZONE,
            Durability.FULL),
        account,
        () -> {
          throw new AssertionError("nobody signed out");
        });
  }

  /** Passwords are not what is proved here, and hashing them well is meant to be slow. */
  private static final class PlainPasswords implements Passwords {
    @Override
    public String hash(String password) {
      return "plain:" + password;
    }

    @Override
    public boolean matches(String password, String hash) {
      return hash.equals("plain:" + password);
    }
  }
}
