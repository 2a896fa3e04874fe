package app.recado.relay.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;

/** The headers that every answer carries, made once. */
final class Headers {
  private static final Header NO_SNIFFING =
      HeaderValues.createCached("X-Content-Type-Options", "nosniff");
  private static final Header NO_STORE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
  private static final Header ANY_ORIGIN =
      HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
  private static final Header EXPOSED =
      HeaderValues.createCached(
          HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS,
          "Retry-After, Location, Tus-Resumable, Upload-Offset, Upload-Length,"
              + " Upload-Metadata, Content-Disposition");
  private static final Header METHODS =
      HeaderValues.createCached(
          HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, HEAD, PATCH, DELETE");
  private static final Header ALLOWED =
      HeaderValues.createCached(
          HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
          "Authorization, Content-Type, Last-Event-ID, Tus-Resumable, Upload-Length,"
              + " Upload-Offset, Upload-Metadata, Upload-Checksum, Range");
  private static final Header A_DAY =
      HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_MAX_AGE, "86400");

  private Headers() {}

  static void always(ServerResponse response) {
    response.header(NO_SNIFFING);
    response.header(NO_STORE);
  }

  /**
   * Any site may embed the chat: the visitor's token is sent by its script, never by the browser on
   * its own, so no credentials are allowed and nothing is gained by forging a request.
   */
  static void forEmbedding(ServerResponse response) {
    response.header(ANY_ORIGIN);
    response.header(EXPOSED);
  }

  /** The answer to a browser that asks first, and to a tus client that asks what there is. */
  static void preflight(ServerResponse response) {
    TusHeaders.describe(response);
    response.header(METHODS);
    response.header(ALLOWED);
    response.header(A_DAY);
  }
}
