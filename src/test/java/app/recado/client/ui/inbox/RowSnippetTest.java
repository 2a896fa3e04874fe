package app.recado.client.ui.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.i18n.Texts;
import org.junit.jupiter.api.Test;

class RowSnippetTest {
  private final FakeDesk desk = Pictures.desk();
  private final RowSnippet snippet =
      new RowSnippet(Texts.of("inbox"), new InboxViewModel(desk, () -> {}));

  private String of(Example.Item item) {
    return snippet.of(item.said("Olá!", 60).build().dialog());
  }

  @Test
  void theCustomersWordsStandAlone() {
    assertThat(of(Example.item("a", "Ana"))).isEqualTo("Olá!");
  }

  @Test
  void allOthersAreNamed() {
    assertThat(of(Example.item("a", "Ana").mine(Pictures.BRUNO).fromAgent()))
        .isEqualTo("You: Olá!");
    assertThat(of(Example.item("a", "Ana").owner(Pictures.PAULA).fromAgent()))
        .isEqualTo("Paula: Olá!");
    assertThat(of(Example.item("a", "Ana").automatic())).isEqualTo("Automatic: Olá!");
  }

  @Test
  void aColleagueWhoIsGoneIsNotTakenForTheCustomer() {
    desk.people.clear();
    assertThat(of(Example.item("a", "Ana").owner(Pictures.PAULA).whisper()))
        .isEqualTo("Team: Olá!");
  }

  @Test
  void aMessageWithNoWordsLeftWasDeleted() {
    assertThat(snippet.of(Example.item("a", "Ana").said("", 60).build().dialog()))
        .isEqualTo("Message deleted");
  }
}
