package app.recado.protocol;

import org.jspecify.annotations.Nullable;

/** What a record read from JSON must have: Gson leaves absent members null. */
final class Required {
  private Required() {}

  /**
   * Checks that all are there.
   *
   * @throws IllegalArgumentException if one is not; reading the record fails with it
   */
  static void all(@Nullable Object... members) {
    for (Object member : members) {
      if (member == null) {
        throw new IllegalArgumentException("a member is missing");
      }
    }
  }
}
