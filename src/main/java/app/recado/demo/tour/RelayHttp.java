package app.recado.demo.tour;

import app.recado.protocol.Json;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
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

  /** Brings a small file by tus. */
  void upload(String token, String id, String name, String type, byte[] bytes) {
    String metadata =
        "id " + base64(id) + ",filename " + base64(name) + ",filetype " + base64(type);
    send(
        request("/v1/files", token)
            .header("Tus-Resumable", "1.0.0")
            .header("Content-Type", "application/offset+octet-stream")
            .header("Upload-Length", Integer.toString(bytes.length))
            .header("Upload-Metadata", metadata)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
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
