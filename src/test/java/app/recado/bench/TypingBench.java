package app.recado.bench;

import app.recado.protocol.Change;
import java.nio.file.Path;
import java.util.List;

/**
 * B13: from a key to the next frame in the composer, against a bare text area, at rest and while
 * 100,000 changes come in; and how long the FX thread stands still meanwhile, against an empty
 * window under the same load. Each side runs in a process of its own.
 */
final class TypingBench implements Bench {
  private static final int DIALOGS = 1_000;
  private static final int CHANGES = 100_000;

  @Override
  public List<Figure> measure(Path folder) throws Exception {
    Workspace workspace = new Workspace(DIALOGS, CHANGES - 3L * DIALOGS);
    List<Change> changes = workspace.all();
    Ratios keys = new Ratios();
    Ratios busy = new Ratios();
    Ratios stalls = new Ratios();
    for (int i = 0; i < Effort.PAIRS; i++) {
      TypingMain.Answer desk =
          TypingMain.inItsOwnProcess("desk", folder.resolve("desk" + i), workspace, changes);
      TypingMain.Answer bare =
          TypingMain.inItsOwnProcess("bare", folder.resolve("bare" + i), workspace, changes);
      keys.add(desk.idle(), bare.idle());
      busy.add(desk.busy(), desk.idle());
      stalls.add(desk.stall(), bare.stall());
    }
    return List.of(
        Figure.lower(
            "B13a",
            "key to next frame p95 against a bare text area",
            keys,
            1.2,
            1.1,
            keys.absolute(1e-3, "ms")),
        Figure.lower(
            "B13b",
            "the same while 100,000 changes come in against at rest",
            busy,
            2,
            1.5,
            busy.absolute(1e-3, "ms")),
        Figure.lower(
            "B13c",
            "longest stall of the FX thread against an empty window's under the same load",
            stalls,
            2,
            1.3,
            stalls.absolute(1e-3, "ms")));
  }
}
