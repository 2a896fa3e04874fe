package app.recado.relay.http;

import app.recado.protocol.Json;
import app.recado.relay.account.Caller;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.refusal.Refusal;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.helidon.http.BadRequestException;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpMediaType;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request and its answer. Every reader refuses with the right status what it cannot read. */
final class Exchange {
  private final ServerRequest request;
  private final ServerResponse response;
  private @Nullable Caller caller;
  private Visits.@Nullable Visitor visitor;

  Exchange(ServerRequest request, ServerResponse response) {
    this.request = request;
    this.response = response;
  }

  /** The token of {@code Authorization: Bearer}; 401 {@code no_token} without one. */
  String token() {
    String header = header("Authorization").orElse("");
    if (!header.regionMatches(true, 0, "Bearer ", 0, 7) || header.length() == 7) {
      throw Refusal.of(401, "no_token", "Sign in first: this needs a bearer token.");
    }
    return header.substring(7).strip();
  }

  void isFrom(Caller agent) {
    caller = agent;
  }

  void isFrom(Visits.Visitor customer) {
    visitor = customer;
  }

  /** The agent who calls; only on routes for agents. */
  Caller caller() {
    if (caller == null) {
      throw new IllegalStateException("not a route for agents");
    }
    return caller;
  }

  /** The customer who calls; only on routes for visitors. */
  Visits.Visitor visitor() {
    if (visitor == null) {
      throw new IllegalStateException("not a route for visitors");
    }
    return visitor;
  }

  /**
   * The peer's address. A proxy on this machine is believed about whom it speaks for; anybody else
   * could claim anything.
   */
  String address() {
    if (!(request.remotePeer().address() instanceof InetSocketAddress peer)
        || peer.getAddress() == null) {
      return "unknown";
    }
    InetAddress address = peer.getAddress();
    if (address.isLoopbackAddress()) {
      String forwarded = header("X-Forwarded-For").orElse("");
      String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
      if (!last.isEmpty()) {
        return last;
      }
    }
    return address.getHostAddress();
  }

  /** Whether the request came from this very machine, and not through a proxy on it. */
  boolean isLocal() {
    return request.remotePeer().address() instanceof InetSocketAddress peer
        && peer.getAddress() != null
        && peer.getAddress().isLoopbackAddress()
        && header("X-Forwarded-For").isEmpty();
  }

  Optional<String> header(String name) {
    return request.headers().first(HeaderNames.create(name));
  }

  /** A part of the path that varies. */
  String path(String name) {
    String part = request.path().pathParameters().get(name);
    if (!Texts.isSound(part)) {
      throw Refusal.notFound("address");
    }
    return part;
  }

  @Nullable String query(String name) {
    String value = request.query().first(name).orElse("");
    if (!Texts.isSound(value)) {
      throw Refusal.malformed(name + " holds characters that are no text.").with("field", name);
    }
    return value.isEmpty() ? null : value;
  }

  /** A page's size; more than the most is the most. */
  int limit(int usual, int most) {
    Long limit = number("limit");
    if (limit == null) {
      return usual;
    }
    if (limit < 1) {
      throw Refusal.invalid("limit", "limit is at least 1.");
    }
    return (int) Math.min(limit, most);
  }

  /** A whole number of the query; null if it is not given. */
  @Nullable Long number(String name) {
    String text = query(name);
    if (text == null) {
      return null;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException malformed) {
      throw Refusal.malformed(name + " is a whole number.").with("field", name);
    }
  }

  /** The body, which must be one JSON object; 415 for another content type, 400 for other JSON. */
  Body body() {
    if (!hasBodyOf("application/json")) {
      throw Refusal.of(415, "unsupported_media_type", "The body must be application/json.");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read())).toString();
      JsonObject object = Json.read(text, JsonObject.class);
      // Only an escape can bring in what is no text.
      if (text.contains("\\u") && !Texts.areSound(object)) {
        throw Refusal.malformed("The body holds characters that are no text.");
      }
      return new Body(object);
    } catch (CharacterCodingException malformed) {
      throw Refusal.malformed("The body is not UTF-8.");
    } catch (JsonParseException | ClassCastException malformed) {
      throw Refusal.malformed("The body is not a JSON object.");
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (NumberFormatException noSize) {
      throw brokenPieces();
    }
  }

  /** What the server finds in a chunked body only when it is read; nothing can follow it. */
  Refusal brokenPieces() {
    response.header("Connection", "close");
    return Refusal.malformed("The body does not come in pieces that say their size.");
  }

  /**
   * Reads the body. One that is too large is read to its end all the same, for whoever is still
   * sending would not hear the answer.
   */
  private byte[] read() throws IOException {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream in = request.content().inputStream()) {
      byte[] bytes = in.readNBytes(RelayServer.LARGEST_BODY + 1);
      if (bytes.length > RelayServer.LARGEST_BODY) {
        in.transferTo(OutputStream.nullOutputStream());
        throw Refusal.of(413, "too_large", "The body is too large.");
      }
      return bytes;
    }
  }

  boolean accepts(String encoding) {
    return header("Accept-Encoding").filter(value -> value.contains(encoding)).isPresent();
  }

  Exchange with(String name, String value) {
    response.header(name, value);
    return this;
  }

  void json(int status, String json) {
    json(status, json.getBytes(StandardCharsets.UTF_8));
  }

  void json(int status, byte[] json) {
    response.header(HeaderValues.CONTENT_TYPE_JSON);
    send(status, json);
  }

  void bytes(String contentType, byte[] content) {
    response.header("Content-Type", contentType);
    send(200, content);
  }

  /** An answer that is all headers. */
  void empty(int status) {
    response.status(status).send();
  }

  /** The body as it comes in; its end where there is none. */
  InputStream bytes() {
    return request.content().hasEntity()
        ? request.content().inputStream()
        : InputStream.nullInputStream();
  }

  /** Whether the body has this content type. */
  boolean hasBodyOf(String type) {
    try {
      return request
          .headers()
          .contentType()
          .map(HttpMediaType::mediaType)
          .filter(found -> found.text().equalsIgnoreCase(type))
          .isPresent();
    } catch (BadRequestException garbage) {
      return false;
    }
  }

  /** Begins an answer of known length. */
  OutputStream download(int status, String contentType, long length) {
    response.status(status);
    response.header("Content-Type", contentType);
    response.header("Content-Length", Long.toString(length));
    return response.outputStream();
  }

  /** Whether an agent calls; else it is a visitor. */
  boolean isFromAgent() {
    return caller != null;
  }

  void notModified() {
    response.status(Status.NOT_MODIFIED_304).send();
  }

  void empty() {
    response.status(Status.NO_CONTENT_204).send();
  }

  /** Begins an answer that goes on as long as the caller listens. */
  OutputStream stream(String contentType) {
    response.header("Content-Type", contentType);
    return response.outputStream();
  }

  boolean isAnswered() {
    return response.isSent();
  }

  int status() {
    return response.status().code();
  }

  private void send(int status, byte[] content) {
    response.status(status).send(content);
  }
}
