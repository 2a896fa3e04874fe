package app.recado.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * B8: what an open stream holds in the server's memory, and how long it takes until the last of
 * 2,000 has heard of a change, each against a bare handler of server-sent events.
 */
final class StreamsBench implements Bench {
  private static final int STREAMS = 2_000;
  private static final int ROUNDS = 5;

  @Override
  public List<Figure> measure(Path folder) throws Exception {
    Ratios memory = new Ratios();
    Ratios delivery = new Ratios();
    for (int i = 0; i < Effort.PAIRS; i++) {
      Measured relay = measured("relay", folder.resolve("relay" + i));
      Measured bare = measured("bare", folder.resolve("bare" + i));
      memory.add(relay.bytesPerStream, bare.bytesPerStream);
      delivery.add(relay.secondsToLast, bare.secondsToLast);
    }
    return List.of(
        Figure.lower(
            "B8a",
            "memory per open stream against a bare handler's",
            memory,
            1.5,
            1.2,
            memory.absolute(1 / 1024.0, "KiB")),
        Figure.lower(
            "B8b",
            "time until the last of 2,000 streams has heard, against bare",
            delivery,
            2,
            1.5,
            delivery.absolute(1e3, "ms")));
  }

  private static Measured measured(String kind, Path folder) throws Exception {
    try (Server server = new Server(kind, folder)) {
      double before = server.ask("memory");
      List<Wire> wires = new ArrayList<>();
      Listener listener = new Listener();
      try {
        for (int i = 0; i < STREAMS; i++) {
          Wire wire = new Wire(server.port);
          wire.open(Wire.get(server.path, server.tokens.get(i % server.tokens.size())));
          wires.add(wire);
          Thread.ofVirtual().start(() -> listener.listen(wire));
        }
        double[] times = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
          CountDownLatch heard = listener.next(STREAMS);
          long began = System.nanoTime();
          server.ask("post");
          if (!heard.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(heard.getCount() + " streams heard nothing");
          }
          if (round >= 0) {
            times[round] = (System.nanoTime() - began) / 1e9;
          }
        }
        double after = server.ask("memory");
        return new Measured((after - before) / STREAMS, Ratios.median(times));
      } finally {
        for (Wire wire : wires) {
          wire.close();
        }
      }
    }
  }

  private record Measured(double bytesPerStream, double secondsToLast) {}

  /** Counts the streams that have heard of the change of the round. */
  private static final class Listener {
    private volatile CountDownLatch latch = new CountDownLatch(0);

    CountDownLatch next(int streams) {
      latch = new CountDownLatch(streams);
      return latch;
    }

    void listen(Wire wire) {
      try {
        while (true) {
          // each change is one event whose data hold the text that was posted
          if (wire.readLine().contains(StreamsMain.MARK)) {
            latch.countDown();
          }
        }
      } catch (IOException closed) {
        // the measurement is over
      }
    }
  }

  /** {@link StreamsMain} in a process of its own, so that its memory is its own. */
  private static final class Server implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    final int port;
    final String path;
    final List<String> tokens;

    Server(String kind, Path folder) throws Exception {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(Jvm.flags());
      command.addAll(
          List.of(
              "-classpath",
              System.getProperty("java.class.path"),
              StreamsMain.class.getName(),
              kind,
              folder.toString()));
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      answers = process.inputReader();
      port = Integer.parseInt(answers.readLine());
      path = answers.readLine();
      tokens = List.of(answers.readLine().split(" ", -1));
    }

    double ask(String what) throws IOException {
      process.outputWriter().write(what + "\n");
      process.outputWriter().flush();
      return Double.parseDouble(answers.readLine());
    }

    @Override
    public void close() throws Exception {
      process.destroyForcibly().waitFor();
    }
  }
}
