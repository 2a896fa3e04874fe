package app.recado.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.api.ApiException;
import app.recado.client.api.FileApi;
import app.recado.client.api.OkHttpRelayApi;
import app.recado.protocol.Attachment;
import app.recado.protocol.FileId;
import app.recado.protocol.Role;
import app.recado.relay.http.Workspace.Person;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The desk's own client announces copies of files to a relay that serves. */
@ParameterizedClass
@EnumSource(Backend.class)
@Timeout(60)
final class DeskCopiesTest {
  private static final String WORDS = "The catalogue of 2026.";

  @TempDir Path folder;

  private final Workspace workspace;
  private final Person ana;
  private final Person bia;
  private final OkHttpRelayApi desk;

  DeskCopiesTest(Backend backend) {
    workspace = backend.workspace();
    ana = workspace.person(Role.AGENT);
    bia = workspace.person(Role.AGENT);
    desk =
        new OkHttpRelayApi(
            URI.create("http://127.0.0.1:" + workspace.server().port() + "/"), Runnable::run);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** Null once it is there, or what went wrong. */
  private @Nullable ApiException upload(
      Person by, Attachment file, Path bytes, @Nullable FileId copyOf) {
    Ending ending = new Ending();
    desk.files(Runnable::run).upload(by.token(), file, bytes, copyOf, ending);
    assertThat(ending.over).isTrue();
    return ending.problem;
  }

  private static final class Ending implements FileApi.Transfer {
    private boolean over;
    private @Nullable ApiException problem;

    @Override
    public void progressed(long bytes) {}

    @Override
    public void succeeded(@Nullable Void nothing) {
      over = true;
    }

    @Override
    public void failed(ApiException why) {
      over = true;
      problem = why;
    }
  }

  private Attachment file() throws NoSuchAlgorithmException {
    byte[] bytes = WORDS.getBytes(StandardCharsets.UTF_8);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    return new Attachment(
        new FileId(workspace.newId()), "a.txt", "text/plain", bytes.length, sha256, null, null);
  }

  private Path none() {
    return folder.resolve("none");
  }

  private Attachment uploaded() throws IOException, NoSuchAlgorithmException {
    Attachment file = file();
    Path bytes = Files.writeString(folder.resolve("bytes"), WORDS);
    assertThat(upload(ana, file, bytes, null)).isNull();
    return file;
  }

  private Api.Answer fetched(Person by, Attachment file) {
    return workspace.get("/v1/files/" + file.id(), by.token());
  }

  @Test
  void aCopyIsThereWithoutItsBytes() throws Exception {
    Attachment copy = file();
    assertThat(upload(ana, copy, none(), uploaded().id())).isNull();
    assertThat(fetched(ana, copy).text()).isEqualTo(WORDS);
  }

  @Test
  void ofWhatIsNotHersOrNotThereAColleagueGetsNothing() throws Exception {
    Attachment original = uploaded();
    for (FileId source : new FileId[] {original.id(), new FileId(workspace.newId())}) {
      Attachment copy = file();
      ApiException problem = Objects.requireNonNull(upload(bia, copy, none(), source));
      assertThat(problem).isInstanceOf(ApiException.Rejected.class);
      assertThat(((ApiException.Rejected) problem).status()).isEqualTo(404);
      assertThat(fetched(bia, copy).status()).isEqualTo(404);
    }
  }

  @Test
  void whereTheOriginalIsGoneTheBytesThatAreHereAreSent() throws Exception {
    Attachment copy = file();
    Path bytes = Files.writeString(folder.resolve("bytes"), WORDS);
    assertThat(upload(ana, copy, bytes, new FileId(workspace.newId()))).isNull();
    assertThat(fetched(ana, copy).text()).isEqualTo(WORDS);
  }

  @Test
  void anIdThatIsTakenIsRefused() throws Exception {
    Attachment original = uploaded();
    ApiException problem = Objects.requireNonNull(upload(bia, original, none(), original.id()));
    assertThat(((ApiException.Rejected) problem).error().code()).isEqualTo("id_reused");
  }
}
