package app.recado;

import app.recado.relay.Relay;
import app.recado.relay.RelayNode;
import app.recado.relay.RelayOptions;
import app.recado.relay.admin.Console;
import app.recado.relay.admin.Logs;
import app.recado.relay.admin.Program;
import app.recado.relay.admin.Stop;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/** The program {@code recado-relay}. */
public final class RelayMain {
  private RelayMain() {}

  public static void main(String[] arguments) {
    Logs.quiet();
    Console console = new Console(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    Program program =
        new Program(console, System.getenv(), RelayMain::open, RelayMain::stopOnSignal);
    System.exit(program.run(arguments));
  }

  private static Relay open(RelayOptions options, boolean serving) {
    RelayNode node =
        RelayNode.open(
            options,
            InstantSource.system(),
            new SecureRandom(),
            Thread.ofPlatform().name("relay-", 1).daemon().factory());
    if (serving) {
      node.serve();
    }
    return node;
  }

  /**
   * A shutdown hook would end with the signal's status; a stop that was asked for is no failure.
   */
  private static Stop stopOnSignal() {
    CountDownLatch stopped = new CountDownLatch(1);
    Signal.handle(new Signal("TERM"), signal -> stopped.countDown());
    Signal.handle(new Signal("INT"), signal -> stopped.countDown());
    return stopped::await;
  }

  /** Standard output is UTF-8 whatever the locale, as JSON is. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
