package app.recado.client.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.sync.Desk;
import app.recado.client.sync.Door;
import app.recado.client.ui.FakeDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {
  private final FakeDoor door = new FakeDoor();
  private final List<Desk> opened = new ArrayList<>();
  private final SignInViewModel model = new SignInViewModel(door, "", opened::add);

  @Test
  void offersWhoWasHereLast() {
    assertThat(model.relay().get()).isEqualTo("https://recado.lojamirante.com.br");
    assertThat(model.email().get()).isEqualTo("bruno@lojamirante.com.br");
    assertThat(model.complete().get()).isFalse();
  }

  @Test
  void aGivenAddressGoesBeforeTheRememberedOne() {
    assertThat(new SignInViewModel(door, "http://127.0.0.1:1", opened::add).relay().get())
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

  @Test
  void aRefusalIsSaidAndCanBeTriedAgain() {
    model.password().set("errada");
    model.signIn();
    door.tries
        .getFirst()
        .accept(new Door.Entry.Refused(Door.Refusal.SLOWED, Duration.ofSeconds(12)));

    assertThat(model.error().get()).contains("12 seconds");
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
