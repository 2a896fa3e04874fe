package app.recado.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * B12: how far what is being read moves when older messages come in above it, and what a scroll
 * step costs with 200,000 messages against 10,000. One window per process, so each side has its
 * own.
 */
final class TimelineBench implements Bench {
  @Override
  public List<Figure> measure(Path folder) throws Exception {
    Fixtures.Filled few = Fixtures.filled(folder, 1, 10_000);
    Fixtures.Filled many = Fixtures.filled(folder, 1, 200_000);
    try (Scroller tall = new Scroller(many.profile());
        Scroller small = new Scroller(few.profile())) {
      Ratios shift = new Ratios();
      for (int i = 0; i < Effort.PAIRS; i++) {
        shift.add(tall.ask("shift"), 1);
      }
      Ratios steps =
          Ratios.alternate(
              Effort.WARM_UP, Effort.PAIRS, () -> tall.ask("scroll"), () -> small.ask("scroll"));
      return List.of(
          Figure.lower(
              "B12a",
              "shift in pixels when a page of older messages comes in above",
              shift,
              0,
              0,
              "largest shift of any row in view"),
          Figure.lower(
              "B12b",
              "scroll step p50 with 200,000 messages against 10,000",
              steps,
              1.3,
              1.1,
              steps.absolute(1e-3, "ms")));
    }
  }

  /** A desk in a process of its own that scrolls when told. */
  private static final class Scroller implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;

    Scroller(Path profile) throws Exception {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(Jvm.deskFlags());
      command.addAll(
          List.of(
              "-classpath",
              System.getProperty("java.class.path"),
              ScrollMain.class.getName(),
              profile.toString()));
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      answers = process.inputReader();
    }

    double ask(String what) throws Exception {
      process.outputWriter().write(what + "\n");
      process.outputWriter().flush();
      CompletableFuture<String> answer =
          CompletableFuture.supplyAsync(() -> {
            try {
              return String.valueOf(answers.readLine());
            } catch (IOException e) {
              return e.toString();
            }
          });
      return Double.parseDouble(answer.get(120, TimeUnit.SECONDS));
    }

    @Override
    public void close() throws Exception {
      process.destroyForcibly().waitFor();
    }
  }
}
