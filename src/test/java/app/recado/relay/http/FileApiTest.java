package app.recado.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.FileRules;
import app.recado.protocol.Role;
import app.recado.relay.http.Workspace.Channel;
import app.recado.relay.http.Workspace.Person;
import app.recado.relay.http.Workspace.Visitor;
import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Files over HTTP: up by tus, into a message, down again, and to nobody else. */
@ParameterizedClass
@EnumSource(Backend.class)
@Timeout(60)
final class FileApiTest {
  private static final byte[] BYTES = "The catalogue of 2026.".getBytes(StandardCharsets.UTF_8);

  private final Workspace workspace;
  private final Person ana;
  private final Person bia;
  private final Person stranger;
  private final Visitor visitor;
  private final Visitor other;

  FileApiTest(Backend backend) {
    workspace = backend.workspace();
    ana = workspace.person(Role.AGENT);
    bia = workspace.person(Role.AGENT);
    stranger = workspace.person(Role.AGENT);
    Channel channel = workspace.channel(ana, bia);
    visitor = workspace.visitor(channel);
    other = workspace.visitor(channel);
    workspace.does(ana, "dialog.accept", visitor.dialog());
  }

  @Test
  void fileComesInPiecesAndGoesOutWhole() {
    String id = workspace.newId();
    Api.Answer begun = begin(ana.token(), id, "catálogo.pdf", BYTES.length, sha256(BYTES));
    assertThat(begun.status()).isEqualTo(201);
    assertThat(header(begun, "Location")).isEqualTo("/v1/files/" + id);
    assertThat(header(begun, "Upload-Offset")).isEqualTo("0");

    assertThat(patch(ana.token(), id, 0, part(0, 10)).status()).isEqualTo(204);
    Api.Answer head = tus("HEAD", "/v1/files/" + id, ana.token(), Map.of(), null);
    assertThat(header(head, "Upload-Offset")).isEqualTo("10");
    assertThat(header(head, "Upload-Length")).isEqualTo("" + BYTES.length);
    assertThat(header(head, "Upload-Metadata"))
        .contains("filename " + base64("catálogo.pdf"), "id " + base64(id));
    assertThat(workspace.get("/v1/files/" + id, ana.token()).status()).isEqualTo(404);

    Api.Answer last = patch(ana.token(), id, 10, part(10, BYTES.length));
    assertThat(header(last, "Upload-Offset")).isEqualTo("" + BYTES.length);

    Api.Answer whole = workspace.get("/v1/files/" + id, ana.token());
    assertThat(whole.text()).isEqualTo("The catalogue of 2026.");
    assertThat(header(whole, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"cat_logo.pdf\"; filename*=UTF-8''cat%C3%A1logo.pdf");
    assertThat(header(whole, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(whole, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    assertThat(header(whole, "ETag")).isEqualTo('"' + sha256(BYTES) + '"');
  }

  @Test
  void partOfAFileIsFetchedAlone() {
    String id = uploaded(ana.token(), "a.txt", BYTES);
    Api.Answer part = fetch(id, ana.token(), "Range", "bytes=4-12");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo("catalogue");
    assertThat(header(part, "Content-Range")).isEqualTo("bytes 4-12/" + BYTES.length);
    assertThat(fetch(id, ana.token(), "Range", "bytes=-5").text()).isEqualTo("2026.");
    assertThat(fetch(id, ana.token(), "Range", "bytes=17-").text()).isEqualTo("2026.");
    assertThat(fetch(id, ana.token(), "Range", "bytes=99-").status()).isEqualTo(416);
    assertThat(fetch(id, ana.token(), "Range", "bytes=5-2").status()).isEqualTo(416);
    assertThat(fetch(id, ana.token(), "Range", "lines=1-2").status()).isEqualTo(200);
    String tag = header(part, "ETag");
    assertThat(fetch(id, ana.token(), "If-None-Match", tag).status()).isEqualTo(304);
  }

  @Test
  void sameAnnouncementAgainIsTheSameUpload() {
    String id = workspace.newId();
    begin(ana.token(), id, "a.txt", BYTES.length, sha256(BYTES));
    patch(ana.token(), id, 0, part(0, 7));

    Api.Answer again = begin(ana.token(), id, "a.txt", BYTES.length, sha256(BYTES));

    assertThat(again.status()).isEqualTo(201);
    assertThat(header(again, "Upload-Offset")).isEqualTo("7");
    assertThat(begin(ana.token(), id, "a.txt", 5, sha256(BYTES)).code()).isEqualTo("id_reused");
    assertThat(begin(bia.token(), id, "a.txt", BYTES.length, sha256(BYTES)).code())
        .isEqualTo("id_reused");
  }

  @Test
  void copyOfWhatMayBeFetchedIsCompleteAtOnce() {
    String file = uploaded(ana.token(), "a.txt", BYTES);
    String copied = workspace.newId();
    Api.Answer begun = copy(ana.token(), copied, file);
    assertThat(begun.status()).isEqualTo(201);
    assertThat(header(begun, "Upload-Offset")).isEqualTo("" + BYTES.length);
    assertThat(workspace.get("/v1/files/" + copied, ana.token()).text())
        .isEqualTo("The catalogue of 2026.");
    tus("DELETE", "/v1/files/" + file, ana.token(), Map.of(), null);
    assertThat(workspace.get("/v1/files/" + copied, ana.token()).status()).isEqualTo(200);

    assertThat(header(copy(bia.token(), workspace.newId(), copied), "Upload-Offset"))
        .as("not hers to read")
        .isEqualTo("0");
    assertThat(header(copy(visitor.token(), workspace.newId(), copied), "Upload-Offset"))
        .isEqualTo("0");
    assertThat(copy(ana.token(), workspace.newId(), "../a").status()).isEqualTo(422);
  }

  private Api.Answer copy(String token, String id, String source) {
    String metadata =
        "id " + base64(id) + ",filename " + base64("b.txt") + ",copy " + base64(source);
    return tus(
        "POST",
        "/v1/files",
        token,
        Map.of("Upload-Length", "" + BYTES.length, "Upload-Metadata", metadata),
        null);
  }

  @Test
  void wrongPlaceAddsNothingAndSaysTheRightOne() {
    String id = workspace.newId();
    begin(ana.token(), id, "a.txt", BYTES.length, sha256(BYTES));
    patch(ana.token(), id, 0, part(0, 7));

    Api.Answer answer = patch(ana.token(), id, 3, part(3, 7));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(details(answer).get("offset").getAsString()).isEqualTo("7");
  }

  @Test
  void bytesThatAreNotThoseMeantAreTakenBack() {
    String id = workspace.newId();
    begin(ana.token(), id, "a.txt", BYTES.length, sha256("other".getBytes(StandardCharsets.UTF_8)));

    assertThat(patch(ana.token(), id, 0, BYTES).status()).isEqualTo(460);
    assertThat(offset(ana.token(), id)).isEqualTo("0");

    String checksum = "sha1 " + Base64.getEncoder().encodeToString(new byte[20]);
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            TusHeaders.CONTENT_TYPE,
            "Upload-Offset",
            "0",
            "Upload-Checksum",
            checksum);
    Api.Answer answer = tus("PATCH", "/v1/files/" + id, ana.token(), headers, part(0, 5));
    assertThat(answer.status()).isEqualTo(460);
    assertThat(offset(ana.token(), id)).isEqualTo("0");
  }

  @Test
  void moreBytesThanAnnouncedAreRefused() {
    String id = workspace.newId();
    begin(ana.token(), id, "a.txt", 5, null);
    assertThat(patch(ana.token(), id, 0, BYTES).status()).isEqualTo(413);
    assertThat(offset(ana.token(), id)).isEqualTo("0");

    assertThat(patch(ana.token(), id, 0, part(0, 5)).status()).isEqualTo(204);
    assertThat(patch(ana.token(), id, 5, part(5, 7)).status()).isEqualTo(413);
    assertThat(patch(ana.token(), id, 5, new byte[0]).status()).isEqualTo(204);
  }

  @Test
  void whatIsNotTakenIsRefusedBeforeAByteIsSent() {
    String id = workspace.newId();
    assertThat(begin(ana.token(), id, "a.pdf", FileRules.LARGEST + 1, null).status())
        .isEqualTo(413);
    assertThat(begin(ana.token(), id, "a.pdf", 0, null).status()).isEqualTo(422);
    assertThat(begin(ana.token(), id, "invoice.pdf.exe", 5, null).status()).isEqualTo(422);
    assertThat(begin(ana.token(), "no-uuid", "a.pdf", 5, null).status()).isEqualTo(422);
    assertThat(begin(ana.token(), id, "a.pdf", 5, "xyz").status()).isEqualTo(422);
  }

  @Test
  void requestThatIsNoTusIsRefused() {
    String path = "/v1/files/" + uploaded(ana.token(), "a.txt", BYTES);
    assertThat(workspace.post("/v1/files", ana.token(), "{}").status()).isEqualTo(412);
    assertThat(tus("POST", "/v1/files", ana.token(), Map.of(), null).status()).isEqualTo(400);
    for (String length : List.of("-1", "x", "1e3", "99999999999999999999")) {
      Map<String, String> headers = Map.of("Upload-Length", length);
      assertThat(tus("POST", "/v1/files", ana.token(), headers, null).status()).isEqualTo(400);
    }
    for (String metadata : List.of("filename ???", "a b c", ",", "filename /w==")) {
      Map<String, String> headers = Map.of("Upload-Length", "5", "Upload-Metadata", metadata);
      assertThat(tus("POST", "/v1/files", ana.token(), headers, null).status())
          .as(metadata)
          .isEqualTo(400);
    }
    assertThat(tus("PATCH", path, ana.token(), Map.of("Upload-Offset", "0"), BYTES).status())
        .isEqualTo(415);
    assertThat(
            tus(
                    "PATCH",
                    path,
                    ana.token(),
                    Map.of(
                        "Content-Type",
                        TusHeaders.CONTENT_TYPE,
                        "Upload-Offset",
                        "0",
                        "Upload-Checksum",
                        "md4 xx"),
                    BYTES)
                .status())
        .isEqualTo(400);
    for (String id : List.of("nobody", "..%2f..%2fetc", "%00", workspace.newId())) {
      assertThat(workspace.get("/v1/files/" + id, ana.token()).status()).as(id).isIn(400, 404);
    }
  }

  @Test
  void tusClientLearnsWhatThereIs() {
    Api.Answer options = tus("OPTIONS", "/v1/files", "none", Map.of(), null);
    assertThat(options.status()).isEqualTo(204);
    assertThat(header(options, "Tus-Version")).isEqualTo("1.0.0");
    assertThat(header(options, "Tus-Max-Size")).isEqualTo("" + FileRules.LARGEST);
    assertThat(header(options, "Tus-Extension")).contains("creation").contains("termination");
  }

  @Test
  void uploadIsItsOwnersAloneUntilAMessageHasIt() {
    String id = uploaded(ana.token(), "a.txt", BYTES);
    assertThat(workspace.get("/v1/files/" + id, bia.token()).status()).isEqualTo(404);
    assertThat(workspace.get("/v1/files/" + id, visitor.token()).status()).isEqualTo(404);
    assertThat(offset(bia.token(), id)).isEmpty();

    String message = send(ana, "Here it is", false, id);

    assertThat(workspace.get("/v1/files/" + id, bia.token()).status()).isEqualTo(200);
    assertThat(workspace.get("/v1/files/" + id, visitor.token()).status()).isEqualTo(200);
    assertThat(workspace.get("/v1/files/" + id, other.token()).status()).isEqualTo(404);
    assertThat(workspace.get("/v1/files/" + id, stranger.token()).status()).isEqualTo(404);
    JsonObject row = message(ana, message);
    assertThat(row.getAsJsonArray("files").get(0).getAsString()).isEqualTo(id);
    JsonObject shown = row.getAsJsonArray("attachments").get(0).getAsJsonObject();
    assertThat(shown.get("name").getAsString()).isEqualTo("a.txt");
    assertThat(shown.get("size").getAsInt()).isEqualTo(BYTES.length);
  }

  @Test
  void whisperedFileNeverReachesTheCustomer() {
    String id = uploaded(ana.token(), "discount.txt", BYTES);
    send(ana, "", true, id);

    assertThat(workspace.get("/v1/files/" + id, bia.token()).status()).isEqualTo(200);
    assertThat(workspace.get("/v1/files/" + id, visitor.token()).status()).isEqualTo(404);
    assertThat(fetch(id, visitor.token(), "Range", "bytes=0-1").status()).isEqualTo(404);
    assertThat(offset(visitor.token(), id)).isEmpty();
    assertThat(workspace.get("/v1/visits/messages", visitor.token()).text())
        .doesNotContain(id)
        .doesNotContain("discount");
  }

  @Test
  void customersFileComesWithTheMessageOnce() {
    String id = uploaded(visitor.token(), "foto.txt", BYTES);
    String own = workspace.newId();
    Map<String, String> body = Map.of("id", own, "file", id);
    Api.Answer posted = workspace.post("/v1/visits/messages", visitor.token(), body);
    assertThat(posted.status()).isEqualTo(201);
    assertThat(workspace.post("/v1/visits/messages", visitor.token(), body).text())
        .isEqualTo(posted.text());
    assertThat(
            posted
                .json()
                .getAsJsonObject("message")
                .getAsJsonArray("files")
                .get(0)
                .getAsJsonObject()
                .get("name")
                .getAsString())
        .isEqualTo("foto.txt");
    assertThat(workspace.get("/v1/files/" + id, ana.token()).text())
        .isEqualTo("The catalogue of 2026.");

    Map<String, String> otherOne = Map.of("id", own, "file", workspace.newId());
    assertThat(workspace.post("/v1/visits/messages", visitor.token(), otherOne).code())
        .isEqualTo("id_reused");
    Map<String, String> taken = Map.of("id", workspace.newId(), "file", id);
    assertThat(workspace.post("/v1/visits/messages", visitor.token(), taken).status())
        .isEqualTo(422);
    assertThat(workspace.dialog(ana, visitor.dialog()).getAsJsonObject("lastMessage").toString())
        .contains("foto.txt");
  }

  @Test
  void messageTakesOnlyItsSendersFinishedFiles() {
    String half = workspace.newId();
    begin(ana.token(), half, "a.txt", BYTES.length, null);
    String foreign = uploaded(bia.token(), "a.txt", BYTES);
    String mine = uploaded(ana.token(), "a.txt", BYTES);
    for (List<String> files :
        List.of(
            List.of(half),
            List.of(foreign),
            List.of(mine, mine),
            List.of(workspace.newId()),
            List.of("..", "%00"))) {
      JsonObject outcome = command("Look", false, files);
      assertThat(outcome.get("outcome").getAsString()).as("%s", files).isEqualTo("rejected");
      assertThat(outcome.get("reason").getAsString()).isEqualTo("not_found");
    }
    send(ana, "Look", false, mine);
    assertThat(command("Again", false, List.of(mine)).get("outcome").getAsString())
        .isEqualTo("rejected");
  }

  @Test
  void deletedMessageTakesItsFileAway() {
    String id = uploaded(ana.token(), "a.txt", BYTES);
    String message = send(ana, "Here", false, id);

    workspace.does(ana, "message.delete", visitor.dialog(), "message", message);

    assertThat(workspace.get("/v1/files/" + id, ana.token()).status()).isEqualTo(404);
    assertThat(message(ana, message).getAsJsonArray("attachments")).isEmpty();
    workspace.relay().tick();
    assertThat(begin(ana.token(), id, "a.txt", BYTES.length, null).code()).isEqualTo("id_reused");
  }

  @Test
  void uploadIsGivenUp() {
    String id = uploaded(ana.token(), "a.txt", BYTES);
    String path = "/v1/files/" + id;
    assertThat(tus("DELETE", path, bia.token(), Map.of(), null).status()).isEqualTo(404);
    assertThat(tus("DELETE", path, ana.token(), Map.of(), null).status()).isEqualTo(204);
    assertThat(workspace.get(path, ana.token()).status()).isEqualTo(404);

    String sent = uploaded(ana.token(), "a.txt", BYTES);
    send(ana, "Look", false, sent);
    assertThat(tus("DELETE", "/v1/files/" + sent, ana.token(), Map.of(), null).status())
        .isEqualTo(409);
  }

  @Test
  void pictureIsKnownByItsBytesAndShownWhereItStands() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
    String id = uploaded(ana.token(), "sala.html", png.toByteArray());
    String message = send(ana, "", false, id);

    JsonObject shown = message(ana, message).getAsJsonArray("attachments").get(0).getAsJsonObject();
    assertThat(shown.get("type").getAsString()).isEqualTo("image/png");
    assertThat(shown.get("width").getAsInt()).isEqualTo(40);
    assertThat(shown.get("height").getAsInt()).isEqualTo(30);
    assertThat(header(workspace.get("/v1/files/" + id, bia.token()), "Content-Disposition"))
        .startsWith("inline");

    String html = uploaded(ana.token(), "photo.png", "<script>".getBytes(StandardCharsets.UTF_8));
    Api.Answer answer = workspace.get("/v1/files/" + html, ana.token());
    assertThat(header(answer, "Content-Disposition")).startsWith("attachment");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
  }

  @Test
  void smallFileComesWithItsAnnouncement() {
    String id = workspace.newId();
    Map<String, String> headers =
        Map.of(
            "Upload-Length",
            "" + BYTES.length,
            "Upload-Metadata",
            "id " + base64(id),
            "Content-Type",
            TusHeaders.CONTENT_TYPE);
    Api.Answer answer = tus("POST", "/v1/files", ana.token(), headers, BYTES);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(header(answer, "Upload-Offset")).isEqualTo("" + BYTES.length);
    assertThat(workspace.get("/v1/files/" + id, ana.token()).text())
        .isEqualTo("The catalogue of 2026.");
  }

  private String uploaded(String token, String name, byte[] bytes) {
    String id = workspace.newId();
    assertThat(begin(token, id, name, bytes.length, sha256(bytes)).status()).isEqualTo(201);
    assertThat(patch(token, id, 0, bytes).status()).isEqualTo(204);
    return id;
  }

  private Api.Answer begin(String token, String id, String name, long size, @Nullable String sha) {
    String metadata =
        "id "
            + base64(id)
            + ",filename "
            + base64(name)
            + ",filetype "
            + base64(name.endsWith(".png") ? "image/png" : "text/html")
            + (sha == null ? "" : ",sha256 " + base64(sha));
    Map<String, String> headers =
        Map.of("Upload-Length", Long.toString(size), "Upload-Metadata", metadata);
    return tus("POST", "/v1/files", token, headers, null);
  }

  private Api.Answer patch(String token, String id, long offset, byte[] bytes) {
    Map<String, String> headers =
        Map.of("Content-Type", TusHeaders.CONTENT_TYPE, "Upload-Offset", Long.toString(offset));
    return tus("PATCH", "/v1/files/" + id, token, headers, bytes);
  }

  private String offset(String token, String id) {
    return header(tus("HEAD", "/v1/files/" + id, token, Map.of(), null), "Upload-Offset");
  }

  private Api.Answer fetch(String id, String token, String name, String value) {
    String path = "/v1/files/" + id;
    return send("GET", path, token, Map.of(name, value), null);
  }

  private Api.Answer tus(
      String method,
      String path,
      String token,
      Map<String, String> headers,
      byte @Nullable [] body) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Tus-Resumable", "1.0.0");
    return send(method, path, token, all, body);
  }

  private Api.Answer send(
      String method,
      String path,
      String token,
      Map<String, String> headers,
      byte @Nullable [] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(workspace.api().base() + path))
            .header("Authorization", "Bearer " + token)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    Api.Answer answer = workspace.api().send(request.build());
    workspace.description().check(method, path, answer);
    return answer;
  }

  private JsonObject command(String text, boolean whisper, List<String> files) {
    return workspace.command(
        ana,
        workspace.newId(),
        "message.send",
        visitor.dialog(),
        workspace.basis(ana, visitor.dialog()),
        Workspace.args("text", text, "whisper", whisper, "quote", null, "files", files));
  }

  private String send(Person person, String text, boolean whisper, String file) {
    return workspace.does(
        person,
        "message.send",
        visitor.dialog(),
        "text",
        text,
        "whisper",
        whisper,
        "quote",
        null,
        "files",
        List.of(file));
  }

  private JsonObject message(Person person, String id) {
    return workspace
        .get("/v1/dialogs/" + visitor.dialog() + "/messages", person.token())
        .json()
        .getAsJsonArray("messages")
        .asList()
        .stream()
        .map(element -> element.getAsJsonObject())
        .filter(row -> row.get("id").getAsString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject details(Api.Answer answer) {
    return answer.json().getAsJsonObject("error").getAsJsonObject("details");
  }

  private static String header(Api.Answer answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static byte[] part(int from, int to) {
    return Arrays.copyOfRange(BYTES, from, to);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
