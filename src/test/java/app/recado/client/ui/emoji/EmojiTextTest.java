package app.recado.client.ui.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "Quanto fica o frete?", "Ação “já” — 5 × 3 = 15 €… 100 ©®™", "日本語"})
  void plainTextIsNotEvenLookedAt(String text) {
    assertThat(EmojiText.mayHave(text)).isFalse();
    assertThat(EmojiText.cut(text)).containsExactly(new EmojiText.Words(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "🙏",
        "👍🏽",
        "❤️",
        "❤",
        "👩‍👩‍👧‍👦",
        "🧑🏿‍🚀",
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "🇧🇷",
        "1️⃣",
        "#️⃣",
        "🏳️‍🌈",
        "❤️‍🔥",
        "☺️",
        "©️",
        "🕵🏻‍♀️",
        "⌚",
        "🤝🏼",
        "👩🏽‍❤️‍💋‍👨🏿"
      })
  void eachSequenceIsOnePicture(String sequence) {
    assertThat(pictures(sequence)).containsExactly(sequence);
    assertThat(pictures("a" + sequence + "1")).containsExactly(sequence);
  }

  @Test
  void picturesThatFollowEachOtherStayApart() {
    assertThat(pictures("🇧🇷🇵🇹👍👍🏽😀❤️1️⃣2️⃣"))
        .containsExactly("🇧🇷", "🇵🇹", "👍", "👍🏽", "😀", "❤️", "1️⃣", "2️⃣");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"→ ver ↔ ▶", "❤︎", "pedido n.º 1 # *", "\uD83D", "\uD83D a", "\uFE0F", "\u200D"})
  void lettersStayLetters(String text) {
    assertThat(EmojiText.cut(text)).containsExactly(new EmojiText.Words(text));
  }

  @Test
  void anUnknownJoinShowsItsParts() {
    assertThat(pictures("😀‍🚚")).containsExactly("😀", "🚚");
  }

  @Test
  void thePiecesAreTheText() {
    String text = "Oi 👩‍👩‍👧‍👦! ❤️❤ Segue 📦\n1️⃣ de 2 🇧🇷🇧 \uD83D fim 🙏🏾";
    StringBuilder again = new StringBuilder();
    EmojiText.cut(text).forEach(piece -> again.append(piece.text()));
    assertThat(again).hasToString(text);
  }

  @Test
  void aPictureWithoutItsSelectorIsTheSamePicture() {
    assertThat(EmojiIndex.all().get("❤")).isEqualTo(EmojiIndex.all().get("❤️")).isNotNull();
  }

  @Test
  void everythingThatCanBePickedIsFoundAgainInAText() {
    List<String> lost =
        EmojiIndex.all().groups().stream()
            .flatMap(group -> group.emoji().stream())
            .map(Emoji::sequence)
            .filter(sequence -> !pictures("x" + sequence + "x").equals(List.of(sequence)))
            .toList();
    assertThat(lost).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👋>👋🏽",
        "🧑‍🤝‍🧑>🧑🏽‍🤝‍🧑🏽",
        "👫>👫🏽",
        "🤝>🤝🏽",
        "🕵️>🕵🏽",
        "🚚>🚚",
        "👩‍👩‍👧‍👦>👩‍👩‍👧‍👦"
      })
  void takesASkinToneWhereThereIsOne(String pair) {
    String[] both = pair.split(">", -1);
    Emoji plain = EmojiIndex.all().get(both[0]);
    assertThat(EmojiIndex.all().toned(plain, 3).sequence()).isEqualTo(both[1]);
    assertThat(EmojiIndex.all().toned(plain, 0)).isEqualTo(plain);
  }

  private static List<String> pictures(String text) {
    return EmojiText.cut(text).stream()
        .filter(EmojiText.Picture.class::isInstance)
        .map(EmojiText.Piece::text)
        .toList();
  }
}
