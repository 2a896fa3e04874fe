package app.recado.client.platform.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recado.client.platform.FileKeyStore;
import app.recado.client.platform.KeyringKeyStore;
import app.recado.client.platform.KeyringKeyStore.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The token in a keyring on a real bus. */
@NeedsPrograms("dbus-daemon")
class KeyringTest {
  @TempDir Path folder;
  private PrivateSession session;
  private TestKeyring service;
  private final List<@Nullable String> answers = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    session = new PrivateSession(folder);
    service = new TestKeyring(session.connect());
  }

  @AfterEach
  void close() {
    session.close();
  }

  private SecretServiceKeyring keyring(String profile) {
    return new SecretServiceKeyring(session.bus(), profile);
  }

  private KeyringKeyStore keys(String profile) throws IOException {
    Path own = folder.resolve(profile);
    Files.createDirectories(own);
    return new KeyringKeyStore(own, () -> keyring(profile), Runnable::run);
  }

  @Test
  void aSecretIsKeptReplacedFoundAndDeleted() throws Exception {
    assertThat(keyring("a").find()).isEmpty();
    keyring("a").store("first");
    keyring("a").store("segredo é este");
    assertThat(keyring("a").find()).contains("segredo é este");
    assertThat(service.kept()).hasSize(1);
    assertThat(service.labels).containsOnly("Recado");
    keyring("a").delete();
    assertThat(keyring("a").find()).isEmpty();
  }

  @Test
  void aLockedKeyringIsUnlockedByThePerson() throws Exception {
    keyring("a").store("secret");
    service.locked = true;
    assertThat(keyring("a").find()).contains("secret");
    service.locked = true;
    service.personRefuses = true;
    assertThatThrownBy(() -> keyring("a").find()).isInstanceOf(IOException.class);
  }

  @Test
  void twoProfilesOfOnePersonAreApart() throws Exception {
    keys("bruno").keep("of bruno");
    keys("paula").keep("of paula");
    keys("bruno").ask(answers::add);
    keys("paula").ask(answers::add);
    assertThat(answers).containsExactly("of bruno", "of paula");
    keys("bruno").forget();
    assertThat(service.kept()).containsExactly("of paula");
  }

  @Test
  void aKeptTokenIsInNoFile() throws Exception {
    KeyringKeyStore keys = keys("a");
    keys.keep("secret");
    assertThat(keys.place()).isEqualTo(Place.KEYRING);
    assertThat(keys.token()).isNull();
    assertThat(keys.isElsewhere()).isTrue();
    assertThat(folder.resolve("a/token")).doesNotExist();
    try (var files = Files.list(folder.resolve("a"))) {
      assertThat(files).noneSatisfy(file -> assertThat(file).content().contains("secret"));
    }
    keys.forget();
    assertThat(keys.place()).isEqualTo(Place.NOWHERE);
  }

  @Test
  void theTokenOfAnOlderRecadoMovesIn() throws Exception {
    Files.createDirectories(folder.resolve("a"));
    new FileKeyStore(folder.resolve("a")).keep("old");
    KeyringKeyStore keys = keys("a");
    assertThat(keys.token()).isEqualTo("old");
    keys.ask(answers::add);
    assertThat(answers).containsExactly("old");
    assertThat(keys.place()).isEqualTo(Place.KEYRING);
    assertThat(service.kept()).containsExactly("old");
  }

  @Test
  void withoutAKeyringTheFileKeepsIt() throws Exception {
    service.close();
    KeyringKeyStore keys = keys("a");
    keys.keep("secret");
    assertThat(keys.place()).isEqualTo(Place.FILE);
    assertThat(keys.token()).isEqualTo("secret");
    keys.forget();
    assertThat(keys.place()).isEqualTo(Place.NOWHERE);
  }

  @Test
  void aLockedKeyringForgetsAtTheNextStart() throws Exception {
    KeyringKeyStore first = keys("a");
    first.keep("secret");
    service.locked = true;
    service.personRefuses = true;
    first.forget();
    assertThat(service.kept()).containsExactly("secret");
    assertThat(first.place()).isEqualTo(Place.NOWHERE);
    service.personRefuses = false;
    assertThat(keys("a").place()).isEqualTo(Place.NOWHERE);
    assertThat(service.kept()).isEmpty();
    assertThat(folder.resolve("a")).isEmptyDirectory();
  }

  @Test
  void whoSignsInMeanwhileKeepsTheToken() throws Exception {
    KeyringKeyStore first = keys("a");
    first.keep("old");
    service.locked = true;
    service.personRefuses = true;
    first.forget();
    service.personRefuses = false;
    service.locked = false;
    first.keep("new");
    keys("a").ask(answers::add);
    assertThat(answers).containsExactly("new");
    assertThat(service.kept()).containsExactly("new");
  }

  @Test
  void aKeyringThatStaysLockedGivesNothingAndLosesNothing() throws Exception {
    keys("a").keep("secret");
    service.locked = true;
    service.personRefuses = true;
    keys("a").ask(answers::add);
    assertThat(answers).containsOnlyNulls().hasSize(1);
    service.personRefuses = false;
    keys("a").ask(answers::add);
    assertThat(answers.getLast()).isEqualTo("secret");
  }
}
