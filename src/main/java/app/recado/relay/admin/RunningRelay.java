package app.recado.relay.admin;

import app.recado.relay.Relay;
import app.recado.relay.http.RelayServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A relay that serves over HTTP and does by itself what time brings. It does not own the relay. */
public final class RunningRelay implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RunningRelay.class);

  /** What a commit made due is noticed after this long at most. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private static final Duration SHORTEST = Duration.ofMillis(50);

  private final Relay relay;
  private final RelayServer server;
  private final InetAddress bind;
  private final Thread timer;
  private volatile boolean closed;

  private RunningRelay(Relay relay, RelayServer server, InetAddress bind) {
    this.relay = relay;
    this.server = server;
    this.bind = bind;
    this.timer = Thread.ofPlatform().name("relay-timer").daemon().unstarted(this::run);
  }

  /** Starts serving at an address; port 0 for any free one. */
  public static RunningRelay start(Relay relay, InetSocketAddress at) {
    RelayServer server;
    try {
      server =
          RelayServer.start(
              relay,
              at.getAddress(),
              at.getPort(),
              Thread.ofPlatform().name("relay-streams").daemon().factory(),
              System::nanoTime);
    } catch (RuntimeException taken) {
      throw new FailedException(
          "cannot listen on "
              + at.getAddress().getHostAddress()
              + " port "
              + at.getPort()
              + ": "
              + Causes.inOneLine(taken));
    }
    RunningRelay running = new RunningRelay(relay, server, at.getAddress());
    running.timer.start();
    return running;
  }

  /** Where it listens, such as {@code http://127.0.0.1:8686}. */
  public String address() {
    String host = bind.getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port();
  }

  /** Finishes what is in flight and stops serving. */
  @Override
  public void close() {
    server.close();
    closed = true;
    LockSupport.unpark(timer);
    try {
      timer.join();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    InstantSource clock = InstantSource.system();
    while (!closed) {
      Duration wait = LONGEST;
      try {
        Instant next = relay.tick();
        Instant now = clock.instant();
        if (next.isBefore(now.plus(LONGEST))) {
          wait = Duration.between(now, next);
        }
      } catch (RuntimeException problem) {
        log.error("what is due could not be done", problem);
      }
      LockSupport.parkNanos(Math.max(wait.toNanos(), SHORTEST.toNanos()));
    }
  }
}
