package app.recado.protocol;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a dialog is marked with: a set of short words. Two that differ only in case are one; which
 * spelling came first stays. Kept in the order of their keys, so that it does not matter in which
 * order they were added.
 */
public final class Tags {
  /** How many characters one may have. */
  public static final int LONGEST = 40;

  /** How many a dialog may have. */
  public static final int MOST = 20;

  private Tags() {}

  /** As it is kept: composed, without spaces around it and with single ones within. */
  public static String clean(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }

  /** Whether what {@link #clean} gave can be a tag. */
  public static boolean isGood(String clean) {
    return !clean.isEmpty()
        && clean.length() <= LONGEST
        && clean.chars().noneMatch(Character::isISOControl);
  }

  /** What two spellings of one tag have in common. */
  public static String key(String tag) {
    // upper case first: some letters have two lower ones
    return clean(tag).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** Takes some out of a set and puts others in; one that is in both is put in. */
  public static List<String> merged(
      Collection<String> tags, Collection<String> add, Collection<String> remove) {
    Map<String, String> merged = new TreeMap<>();
    tags.forEach(tag -> merged.put(key(tag), tag));
    Map<String, String> before = Map.copyOf(merged);
    remove.forEach(tag -> merged.remove(key(tag)));
    add.forEach(tag -> merged.putIfAbsent(key(tag), before.getOrDefault(key(tag), clean(tag))));
    return List.copyOf(merged.values());
  }

  /** Whether a set has a tag, in whatever spelling. */
  public static boolean has(Collection<String> tags, String tag) {
    return tags.stream().anyMatch(each -> key(each).equals(key(tag)));
  }
}
