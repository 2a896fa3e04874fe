package app.recado.simulation;

import java.util.List;

/**
 * A bug that the simulation has to find.
 *
 * @param name what is wrong
 * @param invariants the numbers of those that it breaks, any of them first: {@code 2|5}
 * @param edits where the sources are changed
 */
record PlantedBug(String name, String invariants, List<Edit> edits) {

  static PlantedBug of(String name, String invariants, Edit... edits) {
    return new PlantedBug(name, invariants, List.of(edits));
  }

  /**
   * One place in a source file.
   *
   * @param file below {@code src/main/java/app/recado}
   * @param original what stands there, exactly once
   * @param planted what is put in its stead
   */
  record Edit(String file, String original, String planted) {}

  @Override
  public String toString() {
    return name;
  }
}
