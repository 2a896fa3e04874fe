package app.recado.client.ui.emoji;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the emoji are called in one language, and how they are found by words without accents. */
public final class EmojiWords {
  private static final Map<Locale, EmojiWords> READ = new ConcurrentHashMap<>();

  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param words what one may search for, those of the name first; each with a space before it
   */
  private record Entry(Emoji emoji, String name, String words) {}

  private record Hit(Entry entry, int at) {}

  /** Reads the words of a language for when they are wanted, 100 KB; any thread. */
  public static void prepare(Locale locale) {
    READ.computeIfAbsent(locale, EmojiWords::new);
  }

  /** The words of a language; read now unless they were prepared. */
  static EmojiWords of(Locale locale) {
    return READ.computeIfAbsent(locale, EmojiWords::new);
  }

  private EmojiWords(Locale locale) {
    String suffix = locale.getLanguage().equals("en") ? "" : "_" + locale;
    List<Emoji> emoji =
        EmojiIndex.all().groups().stream().flatMap(group -> group.emoji().stream()).toList();
    List<String> lines = EmojiIndex.lines("words" + suffix + ".txt");
    for (int i = 0; i < emoji.size(); i++) {
      int tab = lines.get(i).indexOf('\t');
      entries.add(
          new Entry(
              emoji.get(i), lines.get(i).substring(0, tab), " " + lines.get(i).substring(tab + 1)));
    }
  }

  /** What it is called, whatever its skin tone; empty for what cannot be picked. */
  String name(Emoji emoji) {
    Emoji plain = EmojiIndex.all().untoned(emoji);
    return plain.place() < entries.size() ? entries.get(plain.place()).name() : "";
  }

  /** Those that have all the words or words that begin so, what is called so before the others. */
  List<Emoji> find(String query) {
    List<String> wanted = List.of(plain(query).strip().split("[^\\p{L}\\p{N}]+", -1));
    List<Hit> hits = new ArrayList<>();
    for (Entry entry : entries) {
      int at = -1;
      boolean all = true;
      for (String word : wanted) {
        int found = entry.words().indexOf(" " + word);
        all &= found >= 0;
        at = Math.max(at, found);
      }
      if (all) {
        hits.add(new Hit(entry, at));
      }
    }
    hits.sort(Comparator.comparingInt(Hit::at));
    return hits.stream().map(hit -> hit.entry().emoji()).toList();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
