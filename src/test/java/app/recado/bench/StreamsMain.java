package app.recado.bench;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.SyncPage;
import app.recado.relay.connector.webchat.Visits;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A server of streams, the relay's or a bare one. Prints port, path and tokens; then answers each
 * line of its standard input: {@code post} makes one change, {@code memory} says how many bytes
 * live after a collection.
 */
final class StreamsMain {
  /** Stands once in the data of every change. */
  static final String MARK = "\"text\":\"para todos";

  private static final int PEOPLE = 20;

  private StreamsMain() {}

  public static void main(String[] args) throws Exception {
    Streams streams = args[0].equals("relay") ? new OfRelay(Path.of(args[1])) : new Bare();
    System.out.println(streams.port());
    System.out.println(streams.path());
    System.out.println(String.join(" ", streams.tokens()));
    BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int posts = 0;
    for (String line = asked.readLine(); line != null; line = asked.readLine()) {
      if (line.equals("post")) {
        streams.post("para todos " + posts);
        posts++;
        System.out.println(posts);
      } else {
        System.out.println(live());
      }
    }
  }

  private static double live() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Whoever keeps the streams. */
  private interface Streams {
    int port();

    String path();

    List<String> tokens();

    void post(String text) throws Exception;
  }

  private static final class OfRelay implements Streams {
    private final RelayRig relay;
    private final List<RelayRig.Agent> people = new ArrayList<>();
    private final Visits.Visitor visitor;
    private final String cursor;

    OfRelay(Path folder) throws Exception {
      relay = new RelayRig(folder, null);
      for (int i = 0; i < PEOPLE; i++) {
        people.add(relay.hire("agent" + i));
      }
      ChannelRow channel = relay.channel(people);
      visitor = relay.visitor(channel);
      relay.post(visitor, "Bom dia");
      List<SyncPage> pages = relay.pages(people.getFirst(), 1_000);
      cursor = pages.getLast().cursor();
    }

    @Override
    public int port() {
      return relay.port();
    }

    @Override
    public String path() {
      return "/v1/stream?cursor=" + cursor;
    }

    @Override
    public List<String> tokens() {
      return people.stream().map(RelayRig.Agent::token).toList();
    }

    @Override
    public void post(String text) {
      relay.post(visitor, text);
    }
  }

  /** As little as a handler of server-sent events can be: a thread per stream that waits. */
  private static final class Bare implements Streams {
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private final WebServer server;
    private volatile long version;
    private volatile byte[] event = new byte[0];

    Bare() {
      server =
          WebServer.builder()
              .address(InetAddress.getLoopbackAddress())
              .port(0)
              .shutdownHook(false)
              .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
              .routing(HttpRouting.builder().get("/events", this::stream))
              .build()
              .start();
    }

    private void stream(ServerRequest request, ServerResponse response) {
      response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
      try (OutputStream out = response.outputStream()) {
        out.write(": open\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        long seen = version;
        waiting.add(Thread.currentThread());
        while (true) {
          while (seen == version) {
            LockSupport.park(this);
          }
          seen = version;
          out.write(event);
          out.flush();
        }
      } catch (IOException gone) {
        waiting.remove(Thread.currentThread());
      }
    }

    @Override
    public int port() {
      return server.port();
    }

    @Override
    public String path() {
      return "/events";
    }

    @Override
    public List<String> tokens() {
      return List.of("token");
    }

    /** About as many bytes as the relay sends: a message, its dialog and the customer. */
    @Override
    public void post(String text) {
      String body = "{\"text\":\"" + text + "\",\"more\":\"" + "x".repeat(1_200) + "\"}";
      event =
          ("event: changes\nid: " + version + "\ndata: " + body + "\n\n")
              .getBytes(StandardCharsets.UTF_8);
      version++;
      waiting.forEach(LockSupport::unpark);
    }
  }
}
