package app.recado.client.ui.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmojiPickerViewModelTest {
  private final EmojiHabits habits = new EmojiHabits("", 0);

  @AfterEach
  void speakEnglish() {
    Texts.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({
    "PORTUGUESE, caminhao, 🚚",
    "PORTUGUESE, CAMINHÃO, 🚚",
    "PORTUGUESE, maos juntas, 🙏",
    "PORTUGUESE, kkk, 😆",
    "PORTUGUESE, bandeira bras, 🇧🇷",
    "SPANISH, camion, 🚚",
    "SPANISH, corazón rojo, ❤️",
    "ENGLISH, truck, 🚚",
    "ENGLISH, thumbs up, 👍",
    "ENGLISH, party pop, 🎉"
  })
  void findsInTheLanguageOfTheDeskWithOrWithoutAccents(
      Language language, String query, String expected) {
    Texts.speak(language);
    EmojiPickerViewModel model = new EmojiPickerViewModel(habits);
    model.queryProperty().set(query);
    assertThat(shown(model)).contains(expected);
    assertThat(model.at(model.markedProperty().get())).isNotNull();
  }

  @Test
  void whatIsCalledSoComesFirst() {
    EmojiPickerViewModel model = new EmojiPickerViewModel(habits);
    model.queryProperty().set("dog");
    assertThat(shown(model).getFirst()).isEqualTo("🐶");
  }

  @Test
  void nothingIsFoundForAWordThatNoneHas() {
    EmojiPickerViewModel model = new EmojiPickerViewModel(habits);
    model.queryProperty().set("guarda-roupa-xyz");
    assertThat(model.rowsProperty().get()).isEmpty();
    assertThat(model.markedProperty().get()).isNull();
  }

  @Test
  void theNewestOfTheRecentComesFirstAndEachOnce() {
    EmojiPickerViewModel before = new EmojiPickerViewModel(habits);
    for (String each : List.of("🙏", "🚚", "👍🏽", "🙏")) {
      before.picked(emoji(each));
    }
    EmojiPickerViewModel model =
        new EmojiPickerViewModel(new EmojiHabits(habits.recentProperty().get(), 0));
    assertThat(line(model, 1)).containsExactly("🙏", "👍🏽", "🚚");
    assertThat(model.name(emoji("👍🏽"))).isEqualTo("thumbs up");
  }

  @Test
  void keepsTwoLinesOfRecentOnesAndDropsWhatItDoesNotKnow() {
    EmojiHabits strange = new EmojiHabits("🙏 abc \uD83D 🚚", 77);
    assertThat(strange.recent()).containsExactly(emoji("🙏"), emoji("🚚"));
    assertThat(strange.toneProperty().get()).isZero();
    EmojiIndex.all().groups().getFirst().emoji().forEach(strange::used);
    assertThat(strange.recent()).hasSize(18);
  }

  @Test
  void theChosenToneIsOnEverythingThatHasOne() {
    EmojiPickerViewModel model = new EmojiPickerViewModel(habits);
    model.choose(3);
    assertThat(shown(model)).contains("👋🏽", "🧑🏽‍🚀", "😀", "🚚").doesNotContain("👋");
    assertThat(habits.toneProperty().get()).isEqualTo(3);
  }

  @Test
  void arrowsGoOverLinesAndHeadings() {
    EmojiPickerViewModel model = new EmojiPickerViewModel(new EmojiHabits("🙏 🚚", 0));
    model.stepLine(1);
    assertThat(marked(model)).isEqualTo("🙏");
    model.step(1);
    assertThat(marked(model)).isEqualTo("🚚");
    model.step(1);
    assertThat(marked(model)).isEqualTo("😀");
    model.step(-1);
    assertThat(marked(model)).isEqualTo("🚚");
    model.stepLine(1);
    assertThat(marked(model)).isEqualTo("😃");
    model.stepLine(-1);
    model.stepLine(-1);
    assertThat(marked(model)).isEqualTo("🚚");
    model.step(-1);
    model.step(-1);
    assertThat(marked(model)).isEqualTo("🙏");
  }

  @Test
  void everyGroupHasItsPlace() {
    EmojiPickerViewModel model = new EmojiPickerViewModel(habits);
    assertThat(EmojiIndex.all().groups())
        .hasSize(9)
        .allSatisfy(group -> assertThat(model.rowOf(group.name())).isNotNegative());
  }

  private static Emoji emoji(String sequence) {
    return Objects.requireNonNull(EmojiIndex.all().get(sequence));
  }

  private static String marked(EmojiPickerViewModel model) {
    return Objects.requireNonNull(model.at(model.markedProperty().get())).sequence();
  }

  private static List<String> line(EmojiPickerViewModel model, int row) {
    return ((EmojiPickerViewModel.Emojis) model.rowsProperty().get().get(row))
        .emoji().stream().map(Emoji::sequence).toList();
  }

  private static List<String> shown(EmojiPickerViewModel model) {
    return model.rowsProperty().get().stream()
        .filter(EmojiPickerViewModel.Emojis.class::isInstance)
        .flatMap(row -> ((EmojiPickerViewModel.Emojis) row).emoji().stream())
        .map(Emoji::sequence)
        .toList();
  }
}
