package app.recado.relay.admin;

import app.recado.relay.Relay;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** {@code serve}. */
final class ServeCommand {
  private final Setup setup;
  private final Stop stop;

  ServeCommand(Setup setup, Stop stop) {
    this.setup = setup;
    this.stop = stop;
  }

  void run(Arguments arguments) {
    int port = port(arguments.optional(Option.PORT, "8686"));
    InetAddress bind = bind(arguments.optional(Option.BIND, "127.0.0.1"));
    setup.options(arguments);
    Logs.toFile(setup.data(arguments));
    try (Relay relay = setup.open(arguments);
        RunningRelay running = RunningRelay.start(relay, new InetSocketAddress(bind, port))) {
      setup.console().out().println("listening on " + running.address());
      setup.console().out().flush();
      stop.await();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new UsageException("--port is a number from 0 to 65535");
    }
    return Integer.parseInt(text);
  }

  private static InetAddress bind(String text) {
    try {
      return text.equals("localhost")
          ? InetAddress.getLoopbackAddress()
          : InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException invalid) {
      throw new UsageException("--bind is an IP address");
    }
  }
}
