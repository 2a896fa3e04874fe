package app.recado.bench;

import java.nio.file.Path;
import java.util.List;

/** One row of the bench; runs in a process of its own. */
interface Bench {
  /**
   * Measures.
   *
   * @param folder an empty folder to work in
   */
  List<Figure> measure(Path folder) throws Exception;
}
