package app.recado.client.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.sync.Desk;
import app.recado.client.sync.Door;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.SteppedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {
  private final FakeDoor door = new FakeDoor();
  private final List<Desk> opened = new ArrayList<>();
  private final SteppedTime time = new SteppedTime();
  private final SignInViewModel model = new SignInViewModel(door, time, "", opened::add);

  @Test
  void offersWhoWasHereLast() {
    assertThat(model.relay().get()).isEqualTo("https://recado.lojamirante.com.br");
    assertThat(model.email().get()).isEqualTo("bruno@lojamirante.com.br");
    assertThat(model.complete().get()).isFalse();
  }

  @Test
  void aGivenAddressGoesBeforeTheRememberedOne() {
    assertThat(new SignInViewModel(door, time, "http://127.0.0.1:1", opened::add).relay().get())
        .isEqualTo("http://127.0.0.1:1");
  }

  @Test
  void onlyOneTryAtATime() {
    model.password().set("segredo");
    model.signIn();
    model.signIn();

    assertThat(door.tries).hasSize(1);
    assertThat(model.busy().get()).isTrue();
  }

  @Test
  void whoComesInGetsTheDeskAndThePasswordIsForgotten() {
    FakeDesk desk = new FakeDesk();
    model.password().set("segredo");
    model.signIn();
    door.tries.getFirst().accept(new Door.Entry.Opened(desk));

    assertThat(opened).containsExactly(desk);
    assertThat(model.password().get()).isEmpty();
  }

  private void refuse(Door.Refusal reason, @Nullable Duration wait) {
    model.password().set("errada");
    model.signIn();
    door.tries.getLast().accept(new Door.Entry.Refused(reason, wait));
  }

  @Test
  void aRefusalIsSaidAndCanBeTriedAgain() {
    refuse(Door.Refusal.WRONG_PASSWORD, null);

    assertThat(model.error().get()).contains("do not fit");
    assertThat(model.complete().get()).isTrue();
  }

  @Test
  void whatCannotBeAnAddressIsNamedAsThat() {
    refuse(Door.Refusal.NO_ADDRESS, null);

    assertThat(model.error().get()).contains("cannot be an address");
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void whoIsAskedToWaitSeesForHowLongAndCanTryAgainOnceThatIsOver() {
    refuse(Door.Refusal.SLOWED, Duration.ofSeconds(12));
    assertThat(model.error().get()).contains("12 seconds");
    assertThat(model.complete().get()).isFalse();
    model.signIn();
    assertThat(door.tries).hasSize(1);

    time.pass(Duration.ofSeconds(11));
    assertThat(model.error().get()).contains("one second");
    assertThat(model.complete().get()).isFalse();

    time.pass(Duration.ofSeconds(1));
    assertThat(model.error().get()).isEmpty();
    assertThat(model.complete().get()).isTrue();
  }

  @Test
  void longWaitsAreSaidInMinutes() {
    refuse(Door.Refusal.SLOWED, Duration.ofSeconds(290));
    assertThat(model.error().get()).contains("5 minutes");
  }

  @Test
  void anotherAccountDoesNotWait() {
    refuse(Door.Refusal.SLOWED, Duration.ofSeconds(12));
    model.email().set("ana@lojamirante.com.br");
    assertThat(model.complete().get()).isTrue();
    assertThat(model.error().get()).isEmpty();

    refuse(Door.Refusal.WRONG_PASSWORD, null);
    time.pass(Duration.ofSeconds(20));
    assertThat(model.error().get()).contains("do not fit");
  }

  @Test
  void whoIsNotToldHowLongToWaitMayTry() {
    refuse(Door.Refusal.SLOWED, null);
    assertThat(model.error().get()).contains("later");
    assertThat(model.complete().get()).isTrue();
  }

  private static final class FakeDoor implements Door {
    final List<Consumer<Entry>> tries = new ArrayList<>();

    @Override
    public void resume(Consumer<@Nullable Desk> answer) {
      answer.accept(null);
    }

    @Override
    public void signIn(String relay, String email, String password, Consumer<Entry> answer) {
      tries.add(answer);
    }

    @Override
    public Remembered remembered() {
      return new Remembered("https://recado.lojamirante.com.br", "bruno@lojamirante.com.br");
    }
  }
}
