package app.recado.relay.http;

import io.helidon.http.Method;

/**
 * One line of the API's table of contents.
 *
 * @param path with {@code {name}} for what varies
 */
record Route(Method method, String path, Access access, Action action) {
  /** Reads the request, makes one call, answers. */
  @FunctionalInterface
  interface Action {
    void answer(Exchange exchange);
  }

  static Route get(String path, Access access, Action action) {
    return new Route(Method.GET, path, access, action);
  }

  static Route post(String path, Access access, Action action) {
    return new Route(Method.POST, path, access, action);
  }

  static Route delete(String path, Access access, Action action) {
    return new Route(Method.DELETE, path, access, action);
  }

  static Route head(String path, Access access, Action action) {
    return new Route(Method.HEAD, path, access, action);
  }

  static Route patch(String path, Access access, Action action) {
    return new Route(Method.PATCH, path, access, action);
  }

  /** Whether pages of other sites may call it. */
  boolean isForEmbedding() {
    return path.startsWith("/v1/visits") || path.startsWith("/v1/files");
  }

  /** Whether it stays open, so that its duration says nothing. */
  boolean isStream() {
    return path.endsWith("/stream");
  }

  Gate.Stay stay() {
    return isStream()
        ? Gate.Stay.STREAM
        : path.startsWith("/v1/files") ? Gate.Stay.TRANSFER : Gate.Stay.SHORT;
  }

  @Override
  public String toString() {
    return method.text() + " " + path;
  }
}
