package app.recado.client.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Attachment;
import app.recado.protocol.ErrorBody;
import app.recado.protocol.FileId;
import app.recado.protocol.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies of files that the relay has: no bytes leave unless it wants them after all. */
class OkHttpFileApiTest {
  private static final FileId SOURCE = new FileId("018f2f6e-0000-7000-8000-000000000001");
  private static final Attachment COPY =
      new Attachment(
          new FileId("018f2f6e-0000-7000-8000-000000000002"),
          "preço.txt",
          "text/plain",
          5,
          "00ff",
          null,
          null);

  @TempDir Path folder;

  private final MockWebServer server = new MockWebServer();
  private OkHttpRelayApi api;
  private @Nullable Object ending;

  @BeforeEach
  void open() throws Exception {
    server.start();
    api = new OkHttpRelayApi(URI.create(server.url("/").toString()), Runnable::run);
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  /** Uploads on this thread; returns "done" or what went wrong. */
  private Object upload(@Nullable FileId copyOf) {
    ending = null;
    api.files(Runnable::run)
        .upload(
            "secret",
            COPY,
            folder.resolve("bytes"),
            copyOf,
            new FileApi.Transfer() {
              @Override
              public void progressed(long bytes) {}

              @Override
              public void succeeded(@Nullable Void nothing) {
                ending = "done";
              }

              @Override
              public void failed(ApiException problem) {
                ending = problem;
              }
            });
    return Objects.requireNonNull(ending);
  }

  private void relayHas(int offset) {
    server.enqueue(offset(201, offset));
  }

  private static MockResponse offset(int status, int offset) {
    return new MockResponse.Builder().code(status).setHeader("Upload-Offset", offset).build();
  }

  private static Map<String, String> metadata(RecordedRequest request) {
    String header = Objects.requireNonNull(request.getHeaders().get("Upload-Metadata"));
    return Arrays.stream(header.split(",", -1))
        .map(pair -> pair.split(" ", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> new String(Base64.getDecoder().decode(pair[1]), StandardCharsets.UTF_8)));
  }

  @Test
  void aCopyIsAnnouncedAndNothingElseIsSent() throws Exception {
    relayHas(5);
    assertThat(upload(SOURCE)).isEqualTo("done");
    RecordedRequest announced = server.takeRequest();
    assertThat(announced.getRequestLine()).startsWith("POST /v1/files ");
    assertThat(announced.getHeaders().get("Authorization")).isEqualTo("Bearer secret");
    assertThat(announced.getHeaders().get("Upload-Length")).isEqualTo("5");
    assertThat(metadata(announced))
        .containsEntry("id", COPY.id().value())
        .containsEntry("filename", "preço.txt")
        .containsEntry("sha256", "00ff")
        .containsEntry("copy", SOURCE.value());
    assertThat(announced.getBodySize()).isZero();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void whatIsNoCopyNamesNone() throws Exception {
    relayHas(5);
    upload(null);
    assertThat(metadata(server.takeRequest())).doesNotContainKey("copy");
  }

  @Test
  void whereTheOriginalIsGoneOrNotOnesOwnTheBytesThatAreHereAreSent() throws Exception {
    Files.writeString(folder.resolve("bytes"), "12345");
    relayHas(0);
    server.enqueue(offset(204, 5));
    assertThat(upload(SOURCE)).isEqualTo("done");
    server.takeRequest();
    RecordedRequest bytes = server.takeRequest();
    assertThat(bytes.getRequestLine()).startsWith("PATCH /v1/files/" + COPY.id() + " ");
    assertThat(Objects.requireNonNull(bytes.getBody()).utf8()).isEqualTo("12345");
  }

  @Test
  void whereNeitherIsLeftItEndsAsNotFoundAndNothingIsTried() {
    relayHas(0);
    Object problem = upload(SOURCE);
    assertThat(problem).isInstanceOf(ApiException.Rejected.class);
    assertThat(((ApiException.Rejected) problem).status()).isEqualTo(404);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"403, forbidden", "404, not_found", "409, id_reused", "413, too_large"})
  void whatTheRelayRefusesIsRefusedWithItsReason(int status, String code) throws Exception {
    Files.writeString(folder.resolve("bytes"), "12345");
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Content-Type", "application/json")
            .body(Json.write(ErrorBody.of(code, "No.")))
            .build());
    Object problem = upload(SOURCE);
    assertThat(problem).isInstanceOf(ApiException.Rejected.class);
    assertThat(((ApiException.Rejected) problem).status()).isEqualTo(status);
    assertThat(((ApiException.Rejected) problem).error().code()).isEqualTo(code);
    assertThat(server.getRequestCount()).as("no bytes follow").isEqualTo(1);
  }

  @Test
  void anAnswerOfSomethingElseIsNotTakenForTheRelays() {
    server.enqueue(new MockResponse.Builder().code(200).build());
    assertThat(upload(SOURCE)).isInstanceOf(ApiException.Malformed.class);
  }
}
