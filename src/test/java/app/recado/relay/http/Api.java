package app.recado.relay.http;

import app.recado.protocol.Json;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls a relay as other programs do: over HTTP, knowing nothing of its classes. */
public final class Api implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  public Api(String base) {
    this.base = base;
  }

  public record Answer(int status, HttpHeaders headers, String text) {
    public JsonObject json() {
      return Json.read(text, JsonObject.class);
    }

    /** The error's code; empty if this is no error body. */
    public String code() {
      if (text.isEmpty() || !json().has("error")) {
        return "";
      }
      JsonObject error = json().getAsJsonObject("error");
      // Every refusal has all three, whatever else it has.
      return error.get("message").getAsString().isEmpty() || !error.get("details").isJsonObject()
          ? ""
          : error.get("code").getAsString();
    }
  }

  public Answer get(String path, @Nullable String token) {
    return call("GET", path, token, null);
  }

  public Answer post(String path, @Nullable String token, Object body) {
    return call("POST", path, token, body instanceof String text ? text : Json.write(body));
  }

  public Answer call(String method, String path, @Nullable String token, @Nullable String body) {
    return call(method, path, token, "application/json", body == null ? null : bytes(body));
  }

  public Answer call(
      String method,
      String path,
      @Nullable String token,
      @Nullable String contentType,
      byte @Nullable [] body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null && contentType != null) {
      request.header("Content-Type", contentType);
    }
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body));
    return send(request.build());
  }

  public Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens an event stream; a refusal is a {@link RefusedException}. */
  public Events stream(String path, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        response.body().close();
        throw new RefusedException(response.statusCode());
      }
      return new Events(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public String base() {
    return base;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A stream that was not opened. */
  public static final class RefusedException extends RuntimeException {
    private final int status;

    RefusedException(int status) {
      super("status " + status);
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  /** One server-sent event; a comment has the name {@code comment}. */
  public record Event(String name, @Nullable String id, String data) {
    public JsonObject json() {
      return Json.read(data, JsonObject.class);
    }
  }

  /** The events of one stream, as they come. */
  public static final class Events implements AutoCloseable {
    private final BufferedReader reader;

    Events(InputStream body) {
      reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Waits for the next event or comment; null at the end of the stream. */
    public @Nullable Event next() {
      try {
        Map<String, String> fields = new HashMap<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          if (line.isEmpty() && !fields.isEmpty()) {
            return new Event(
                fields.getOrDefault("event", fields.containsKey("") ? "comment" : "message"),
                fields.get("id"),
                fields.getOrDefault("data", ""));
          }
          int colon = line.indexOf(':');
          if (colon >= 0) {
            fields.put(line.substring(0, colon), line.substring(colon + 1).stripLeading());
          }
        }
        return null;
      } catch (IOException cut) {
        return null;
      }
    }

    /** Waits for the next event of that name, passing over others. */
    public Event next(String name) {
      for (Event event = next(); event != null; event = next()) {
        if (event.name().equals(name)) {
          return event;
        }
      }
      throw new AssertionError("the stream ended without " + name);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
