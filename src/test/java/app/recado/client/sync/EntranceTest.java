package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.api.ApiException;
import app.recado.client.state.Connection;
import app.recado.client.state.Tab;
import app.recado.protocol.SessionStatus;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntranceTest {
  private static final URI RELAY = URI.create("https://relay.example");

  @TempDir Path folder;
  private final VirtualTime time = new VirtualTime();
  private final ScriptedRelay relay = new ScriptedRelay(time);
  private final Keys keys = new Keys();
  private final List<Desk> entered = new ArrayList<>();
  private final List<Entrance.Refusal> refused = new ArrayList<>();
  private final List<Optional<Duration>> waits = new ArrayList<>();
  private int wiped;

  private static final class Keys implements KeyStore {
    private @Nullable String token;
    private boolean elsewhere;
    private @Nullable Consumer<@Nullable String> asked;

    @Override
    public boolean isElsewhere() {
      return elsewhere;
    }

    @Override
    public void ask(Consumer<@Nullable String> answer) {
      asked = answer;
    }

    @Override
    public @Nullable String token() {
      return token;
    }

    @Override
    public void keep(String kept) {
      token = kept;
    }

    @Override
    public void forget() {
      token = null;
    }
  }

  private Entrance entrance() {
    return new Entrance(
        folder,
        time,
        new Random(3),
        uri -> DeskWorld.setup(folder, relay, new ScriptedFiles(), time),
        keys,
        "Balcão",
        () -> wiped++);
  }

  private void signIn(Entrance entrance) {
    entrance.signIn(
        RELAY,
        "me@loja.example",
        "secret",
        entered::add,
        (why, wait) -> {
          refused.add(why);
          waits.add(Optional.ofNullable(wait));
        });
    time.settle();
  }

  private void leave() {
    entered.getLast().close();
    time.settle();
  }

  @Test
  void nobodyIsThereBeforeTheFirstSignIn() {
    Entrance entrance = entrance();
    assertThat(entrance.resume()).isEmpty();
    assertThat(entrance.lastRelay()).isNull();
    assertThat(entrance.lastEmail()).isNull();
  }

  @Test
  void whoeverSignedInComesBackWithoutTheRelay() {
    relay.put(Example.channel());
    relay.put(Example.customer("c1", "Marina Rocha"));
    relay.put(Example.dialog(Example.DIALOG, SessionStatus.ACCEPTED, Example.ME));
    signIn(entrance());
    assertThat(entered).hasSize(1);
    assertThat(keys.token).isEqualTo("token");
    leave();

    relay.silent = true;
    Entrance later = entrance();
    assertThat(later.lastRelay()).isEqualTo(RELAY);
    assertThat(later.lastEmail()).isEqualTo("me@loja.example");
    Desk desk = later.resume().orElseThrow();
    time.settle();
    assertThat(desk.inbox().list(Tab.MINE)).hasSize(1);
    desk.close();
    time.settle();
  }

  private Desk resumedWithoutToken() {
    relay.put(Example.channel());
    relay.put(Example.customer("c1", "Marina Rocha"));
    relay.put(Example.dialog(Example.DIALOG, SessionStatus.ACCEPTED, Example.ME));
    signIn(entrance());
    leave();
    keys.token = null;
    keys.elsewhere = true;
    relay.lastToken = null;
    Desk desk = entrance().resume().orElseThrow();
    time.run(Duration.ofMillis(100));
    assertThat(desk.inbox().list(Tab.MINE)).hasSize(1);
    assertThat(relay.lastToken).isNull();
    return desk;
  }

  @Test
  void theDeskIsThereBeforeItsTokenAndConnectsWithIt() {
    Desk desk = resumedWithoutToken();
    desk.workOffline(true);
    desk.workOffline(false);
    time.settle();
    assertThat(relay.lastToken).isNull();
    keys.asked.accept("from the keyring");
    time.settle();
    assertThat(relay.lastToken).isEqualTo("from the keyring");
    assertThat(desk.connection().getValue().isOnline()).isTrue();
    desk.close();
    time.settle();
  }

  @Test
  void whoSignsOutBeforeTheTokenCameGivesItBackWhenItComes() {
    Desk desk = resumedWithoutToken();
    desk.signOut(() -> {});
    time.settle();
    assertThat(relay.signedOut).isEmpty();
    keys.asked.accept("from the keyring");
    time.settle();
    assertThat(relay.signedOut).containsExactly("from the keyring");
    assertThat(wiped).isEqualTo(1);
  }

  @Test
  void aTokenThatCannotBeHadIsSaid() {
    Desk desk = resumedWithoutToken();
    keys.asked.accept(null);
    time.settle();
    assertThat(desk.connection().getValue().status()).isEqualTo(Connection.Status.SIGN_IN_NEEDED);
    assertThat(relay.lastToken).isNull();
    desk.close();
    time.settle();
  }

  @Test
  void everyRefusalIsNamedAndLeavesNothingBehind() {
    refuse(ScriptedRelay.rejected(401, "wrong"), Entrance.Refusal.WRONG);
    refuse(ScriptedRelay.rejected(404, "not_found"), Entrance.Refusal.NOT_A_RELAY);
    refuse(new ApiException.RelayFault(429, 8), Entrance.Refusal.SLOWED);
    assertThat(waits.getLast()).contains(Duration.ofSeconds(8));
    refuse(new ApiException.RelayFault(503, null), Entrance.Refusal.RELAY_IN_TROUBLE);
    refuse(new ApiException.Unreachable("no route", null), Entrance.Refusal.UNREACHABLE);
    refuse(new ApiException.Malformed("a portal", null), Entrance.Refusal.NOT_A_RELAY);
  }

  private void refuse(ApiException problem, Entrance.Refusal expected) {
    relay.signInFailure = problem;
    signIn(entrance());
    assertThat(refused.getLast()).isEqualTo(expected);
    assertThat(entered).isEmpty();
    assertThat(keys.token).isNull();
    assertThat(entrance().resume()).isEmpty();
  }

  @Test
  void aProfileIsNotGivenToAnotherPerson() {
    signIn(entrance());
    leave();
    relay.signInAs = Example.user(Example.PAULA, "Paula Reis");
    relay.signInToken = "hers";
    signIn(entrance());
    assertThat(refused).containsExactly(Entrance.Refusal.ANOTHER_PERSON);
    assertThat(keys.token).isEqualTo("token");
  }

  @Test
  void theSameDeskGoesOnWithAFreshToken() {
    Entrance entrance = entrance();
    signIn(entrance);
    Desk desk = entered.getFirst();
    relay.commandFailures.add(ScriptedRelay.rejected(401, "token_dead"));
    desk.setAvailability(app.recado.protocol.Availability.AWAY);
    time.settle();
    assertThat(desk.connection().getValue().status()).isEqualTo(Connection.Status.SIGN_IN_NEEDED);
    relay.signInToken = "fresh";
    signIn(entrance);
    assertThat(entered).containsExactly(desk, desk);
    assertThat(desk.connection().getValue().status()).isEqualTo(Connection.Status.ONLINE);
    assertThat(relay.lastToken).isEqualTo("fresh");
    assertThat(desk.connection().getValue().queued()).isZero();
    leave();
  }

  @Test
  void signingOutLeavesNothing() {
    Entrance entrance = entrance();
    signIn(entrance);
    entered.getFirst().signOut(() -> {});
    time.settle();
    assertThat(wiped).isEqualTo(1);
    assertThat(keys.token).isNull();
    assertThat(entrance.resume()).isEmpty();
    assertThat(entrance.lastEmail()).isNull();
  }
}
