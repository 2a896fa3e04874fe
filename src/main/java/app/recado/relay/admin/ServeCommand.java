package app.recado.relay.admin;

import app.recado.relay.Relay;
import app.recado.relay.RelayOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** {@code serve}. */
final class ServeCommand {
  private final Setup setup;
  private final Supplier<Stop> stops;

  ServeCommand(Setup setup, Supplier<Stop> stops) {
    this.setup = setup;
    this.stops = stops;
  }

  void run(Arguments arguments) {
    int port = port(arguments.optional(Option.PORT, "8686"));
    InetAddress bind = bind(arguments.optional(Option.BIND, "127.0.0.1"));
    RelayOptions options = setup.options(arguments);
    Logs.toFile(options.data());
    Stop stop = stops.get();
    try (ServingLock alone = ServingLock.take(options);
        Relay relay = setup.opener().open(options, true);
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
