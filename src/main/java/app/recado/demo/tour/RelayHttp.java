package app.recado.demo.tour;

import app.recado.protocol.Json;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls the relay as anybody outside would. */
final class RelayHttp implements AutoCloseable {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String address;

  RelayHttp(int port) {
    this.address = "http://127.0.0.1:" + port;
  }

  JsonObject get(String path, String token) {
    return send(request(path, token).GET().build());
  }

  JsonObject post(String path, @Nullable String token, JsonObject body) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
            .build());
  }

  /** Hears the lines of a stream, on a thread of the client, until this is closed. */
  void stream(String path, String token, Consumer<String> line) {
    http.sendAsync(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofLines())
        .thenAccept(response -> response.body().forEach(line));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest.Builder request(String path, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonObject send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            request.uri().getPath() + ": " + response.statusCode() + " " + response.body());
      }
      return response.body().isEmpty()
          ? new JsonObject()
          : Json.read(response.body(), JsonObject.class);
    } catch (IOException e) {
      throw new IllegalStateException(request.uri() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
