package app.recado.client.ui.marks;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.state.Tab;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.protocol.Tags;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TagViewModelTest {
  private final FakeDesk desk = new FakeDesk();
  private final DialogItem item = Example.item("a", "Ana").tags("frete").build();

  @BeforeEach
  void open() {
    desk.inbox.put(Tab.MINE, item);
    desk.marks.known.addAll(List.of("VIP", "frete", "troca de cor"));
  }

  @Test
  void whatItHasStandsFirstAndNothingTwice() {
    TagViewModel model = model();
    assertThat(words(model)).containsExactly("frete", "VIP", "troca de cor");
    assertThat(model.choicesProperty().get().getFirst().chosen()).isTrue();
  }

  @Test
  void findsWithoutAccentsAndOffersToMakeWhatIsNotThere() {
    TagViewModel model = model();
    model.queryProperty().set(" COR ");
    assertThat(words(model)).containsExactly("troca de cor", "COR");
    assertThat(model.choicesProperty().get().getLast().fresh()).isTrue();
    model.queryProperty().set("vip");
    assertThat(words(model)).containsExactly("VIP");
    model.queryProperty().set("x".repeat(Tags.LONGEST + 1));
    assertThat(words(model)).isEmpty();
    assertThat(model.isTooLong()).isTrue();
  }

  @Test
  void enterChoosesWhatIsMarkedAndAgainTakesItOff() {
    TagViewModel model = model();
    model.step(1);
    model.chooseCurrent();
    model.chooseCurrent();
    model.queryProperty().set("urgente");
    model.chooseCurrent();
    assertThat(model.queryProperty().get()).isEmpty();
    assertThat(desk.calls)
        .containsExactly(
            "tag dialog-a +[VIP] -[]", "tag dialog-a +[] -[VIP]", "tag dialog-a +[urgente] -[]");
    assertThat(words(model)).first().isEqualTo("urgente");
  }

  @Test
  void aDialogThatIsFullTakesNoMore() {
    String[] many =
        IntStream.range(0, Tags.MOST).mapToObj(each -> "t" + each).toArray(String[]::new);
    desk.inbox.put(Tab.MINE, Example.item("a", "Ana").tags(many).build());
    TagViewModel model = model();
    model.queryProperty().set("VIP");
    model.chooseCurrent();
    assertThat(desk.calls).isEmpty();
    assertThat(model.isFull()).isTrue();
  }

  private static List<String> words(TagViewModel model) {
    return model.choicesProperty().get().stream().map(TagViewModel.Choice::tag).toList();
  }

  private TagViewModel model() {
    return new TagViewModel(
        desk.marks().knownTags(),
        Objects.requireNonNull(desk.inbox.item(item.id()).getValue()).dialog().tags(),
        (add, remove) -> desk.marks().tag(item.id(), add, remove));
  }
}
