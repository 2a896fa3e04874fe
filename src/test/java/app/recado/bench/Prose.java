package app.recado.bench;

import java.util.random.RandomGenerator;

/**
 * Text like what customers write: words of a fixed vocabulary, a few of them very common and most
 * of them rare, as in every language (Zipf).
 */
final class Prose {
  /** Stands in about a third of all messages. */
  static final String COMMON = "pedido";

  private static final String[] SYLLABLES = {
    "ba", "ca", "do", "fé", "ga", "lha", "ma", "não", "pe", "qui", "ra", "sé", "ti", "vo", "xu",
    "ção", "bri", "cla", "dro", "fle"
  };

  private static final int VOCABULARY = 20_000;

  private final RandomGenerator random;
  private final String[] words = new String[VOCABULARY];

  Prose(RandomGenerator random) {
    this.random = random;
    for (int i = 0; i < VOCABULARY; i++) {
      words[i] = word(i);
    }
  }

  /** A sentence of 4 to 18 words. */
  String sentence() {
    int length = 4 + random.nextInt(15);
    StringBuilder text = new StringBuilder(length * 7);
    if (random.nextInt(3) == 0) {
      text.append(COMMON).append(' ');
    }
    for (int i = 0; i < length; i++) {
      text.append(words[rank()]).append(i == length - 1 ? '.' : ' ');
    }
    return text.toString();
  }

  /** A word that stands in some messages in a hundred thousand. */
  String rare() {
    return words[VOCABULARY / 3];
  }

  /** Each rank about half as likely as the one of half its number. */
  private int rank() {
    double exponent = random.nextDouble() * Math.log(VOCABULARY);
    return Math.min(VOCABULARY - 1, (int) Math.exp(exponent) - 1);
  }

  private static String word(int rank) {
    StringBuilder word = new StringBuilder();
    for (int rest = rank + 1; rest > 0; rest /= SYLLABLES.length) {
      word.append(SYLLABLES[rest % SYLLABLES.length]);
    }
    return word.append(rank % 7 == 0 ? "s" : "").toString();
  }
}
