package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Author;
import app.recado.protocol.SessionStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewChatWatchTest {
  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
  }

  private DeskSession desk() {
    return world.desk;
  }

  private void arrives() {
    world.dialog(SessionStatus.NEW, null);
    world.relay.push();
    world.time.settle();
  }

  @Test
  void whatIsThereAtFirstContactIsNoNews() {
    world.dialog(SessionStatus.NEW, null);
    world.time.settle();
    assertThat(desk().newChats()).isEmpty();
  }

  @Test
  void aNewChatIsAnnouncedOnceAndNotAgainAfterARestart() {
    world.time.settle();
    arrives();
    assertThat(desk().newChats()).hasSize(1);
    assertThat(desk().newChats().getFirst().item().id()).isEqualTo(Example.DIALOG);
    assertThat(desk().newChats().getFirst().offeredToMe()).isFalse();
    arrives();
    assertThat(desk().newChats()).hasSize(1);
    world.restart();
    arrives();
    assertThat(desk().newChats()).isEmpty();
  }

  @Test
  void itSaysTheCustomersWordsAndNoAutomaticText() {
    world.time.settle();
    world.dialog(SessionStatus.NEW, null);
    world.relay.put(
        Example.message(Example.DIALOG, 2, "Olá! Já vamos te atender.", Author.system()));
    world.relay.push();
    world.time.settle();
    assertThat(desk().newChats().getFirst().text()).isEqualTo("Oi! Ainda tem a mesa Jatobá?");
  }

  @Test
  void itIsWithdrawnWhenSomebodyAccepts() {
    world.time.settle();
    arrives();
    world.dialog(SessionStatus.ACCEPTED, Example.PAULA);
    world.relay.push();
    world.time.settle();
    assertThat(desk().newChats()).isEmpty();
  }

  @Test
  void whatComesBackToTheQueueIsNewsAgain() {
    world.time.settle();
    arrives();
    world.dialog(SessionStatus.ACCEPTED, Example.PAULA);
    world.relay.push();
    world.time.settle();
    world.dialog(SessionStatus.RETURNED, null);
    world.relay.push();
    world.time.settle();
    assertThat(desk().newChats()).hasSize(1);
  }

  @Test
  void whatWasDismissedStaysDismissed() {
    world.time.settle();
    arrives();
    desk().dismiss(desk().newChats().getFirst());
    arrives();
    assertThat(desk().newChats()).isEmpty();
  }
}
