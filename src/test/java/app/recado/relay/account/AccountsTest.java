package app.recado.relay.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.recado.protocol.Availability;
import app.recado.protocol.DeviceId;
import app.recado.protocol.Intent;
import app.recado.protocol.Role;
import app.recado.protocol.SignIn;
import app.recado.relay.RelayWorld;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Dialect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** People, devices and the way in. */
@ParameterizedClass
@EnumSource(Dialect.class)
class AccountsTest {

  @Parameter Dialect dialect;
  @TempDir Path folder;
  private RelayWorld world;

  @BeforeEach
  void open() {
    world = new RelayWorld(dialect, folder);
    world.relay.accounts().add("ana@example.org", "ana", Role.AGENT, "secret-ana");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private SignIn.Response signIn(String email, String password, String device) {
    return world
        .relay
        .accounts()
        .signIn(
            new SignIn.Request(email, password, new SignIn.Device(new DeviceId(device), device)),
            "10.0.0.1");
  }

  private Refusal refused(Runnable action) {
    return catchThrowableOfType(Refusal.class, action::run);
  }

  @Test
  void aNewSignInReplacesTheDevicesTokenAndNobodyElses() {
    String first = signIn("Ana@Example.org ", "secret-ana", "desk").token();
    String laptop = signIn("ana@example.org", "secret-ana", "laptop").token();
    String second = signIn("ana@example.org", "secret-ana", "desk").token();
    assertThat(first).hasSize(43).isNotEqualTo(second);
    assertThat(refused(() -> world.relay.accounts().authenticate(first)).body().error().code())
        .isEqualTo("no_session");
    assertThat(world.relay.accounts().authenticate(second).device().value()).isEqualTo("desk");
    assertThat(world.relay.accounts().authenticate(laptop).device().value()).isEqualTo("laptop");
  }

  @Test
  void aRevokedDeviceIsToldSoAndMaySignInAgain() {
    String desk = signIn("ana@example.org", "secret-ana", "desk").token();
    Caller laptop =
        world
            .relay
            .accounts()
            .authenticate(signIn("ana@example.org", "secret-ana", "laptop").token());
    world.relay.accounts().revoke(laptop, new DeviceId("desk"));
    assertThat(refused(() -> world.relay.accounts().authenticate(desk)).body().error().code())
        .isEqualTo("device_revoked");
    String again = signIn("ana@example.org", "secret-ana", "desk").token();
    assertThat(world.relay.accounts().authenticate(again).device().value()).isEqualTo("desk");
    assertThat(refused(() -> world.relay.accounts().revoke(laptop, new DeviceId("none"))).status())
        .isEqualTo(404);
  }

  @Test
  void somebodyElsesDeviceIsNotThere() {
    Caller bruno = world.agent("bruno");
    signIn("ana@example.org", "secret-ana", "desk");
    assertThat(refused(() -> world.relay.accounts().revoke(bruno, new DeviceId("desk"))).status())
        .isEqualTo(404);
    Caller admin = world.person("root", Role.ADMIN);
    world.relay.accounts().revoke(admin, new DeviceId("desk"));
    assertThat(audited()).contains("device_revoked");
  }

  private List<String> audited() {
    return world.database.read(
        tx -> tx.list("SELECT action FROM audit ORDER BY id", row -> row.text(1)));
  }

  @Test
  void fromTheFifthFailureOnAWaitIsAskedButASuccessNeverIs() {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Refusal refusal = refused(() -> signIn("ana@example.org", "wrong", "desk"));
      answers.add(refusal.status() + " " + refusal.body().error().code());
    }
    assertThat(answers.subList(0, 4)).containsOnly("401 bad_credentials");
    assertThat(answers.subList(4, 6)).containsOnly("429 too_many_attempts");
    Refusal seventh = refused(() -> signIn("ana@example.org", "wrong", "desk"));
    assertThat(seventh.body().error().details().get("retryAfter").getAsString()).isEqualTo("4");
    assertThat(signIn("ana@example.org", "secret-ana", "desk").token()).isNotEmpty();
    world.clock.advance(Duration.ofMinutes(16));
    assertThat(refused(() -> signIn("nobody@example.org", "wrong", "desk")).status())
        .isEqualTo(401);
  }

  @Test
  void aDisabledPersonCannotComeInAndTheDevicesAreRevoked() {
    String token = signIn("ana@example.org", "secret-ana", "desk").token();
    world.relay.accounts().disable("ana@example.org");
    assertThat(refused(() -> world.relay.accounts().authenticate(token)).body().error().code())
        .isEqualTo("device_revoked");
    assertThat(refused(() -> signIn("ana@example.org", "secret-ana", "desk")).status())
        .isEqualTo(401);
    assertThat(audited()).contains("user_added", "user_disabled");
  }

  @Test
  void whoeverAsksIsThereForAWhileWithoutAStreamToo() {
    String token = signIn("ana@example.org", "secret-ana", "desk").token();
    assertThat(availability()).isEqualTo(Availability.ONLINE);
    pass(Duration.ofSeconds(100));
    world.relay.accounts().authenticate(token);
    pass(Duration.ofSeconds(100));
    assertThat(availability()).isEqualTo(Availability.ONLINE);
    pass(Duration.ofSeconds(21));
    assertThat(availability()).isEqualTo(Availability.OFFLINE);
    Caller ana = world.relay.accounts().authenticate(token);
    assertThat(availability()).isEqualTo(Availability.ONLINE);
    assertThat(world.relay.accounts().devices(ana).getFirst().seenAt())
        .isEqualTo(world.clock.instant());
    world.apply(ana, world.command(null, null, new Intent.SetAvailability(Availability.PAUSE)));
    pass(Duration.ofSeconds(121));
    world.relay.accounts().authenticate(token);
    assertThat(availability()).isEqualTo(Availability.PAUSE);
  }

  @Test
  void whoSignsOutOnTheLastDeviceIsGoneAtOnce() {
    Accounts accounts = world.relay.accounts();
    Caller desk = accounts.authenticate(signIn("ana@example.org", "secret-ana", "desk").token());
    Caller laptop =
        accounts.authenticate(signIn("ana@example.org", "secret-ana", "laptop").token());
    accounts.signOut(desk);
    assertThat(availability()).isEqualTo(Availability.ONLINE);
    accounts.signOut(laptop);
    assertThat(availability()).isEqualTo(Availability.OFFLINE);
  }

  private void pass(Duration time) {
    world.clock.advance(time);
    world.relay.tick();
  }

  private Availability availability() {
    return world.relay.accounts().all().getFirst().availability();
  }

  @Test
  void whatIsInvalidIsNamed() {
    Accounts accounts = world.relay.accounts();
    assertThat(field(() -> accounts.add("ana@example.org", "x", Role.AGENT, "secret-x")))
        .isEqualTo("email");
    assertThat(field(() -> accounts.add("nonsense", "x", Role.AGENT, "secret-x")))
        .isEqualTo("email");
    assertThat(field(() -> accounts.add("x@example.org", " ", Role.AGENT, "secret-x")))
        .isEqualTo("name");
    assertThat(field(() -> accounts.add("x@example.org", "x", Role.AGENT, "x")))
        .isEqualTo("password");
    assertThatThrownBy(() -> accounts.disable("x@example.org")).isInstanceOf(Refusal.class);
  }

  private String field(Runnable action) {
    return refused(action).body().error().details().get("field").getAsString();
  }

  @Test
  void passwordsAreStoredAsArgon2id() {
    Passwords passwords = new Argon2Passwords(new Random(1));
    String hash = passwords.hash("pão de queijo");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches("pão de queijo", hash)).isTrue();
    assertThat(passwords.matches("pao de queijo", hash)).isFalse();
  }
}
