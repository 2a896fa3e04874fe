package app.recado.client.sync;

import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What dialogs are found by without their messages: names, titles, phones, tags. All of them lie
 * folded in one text, for a search through ten thousand rows waits for the memory each of them is
 * scattered over. Made anew when a row says something else. Belongs to one thread.
 */
final class DialogIndex {
  private static final int SHORTEST_NUMBER = 4;

  private final DeskModel model;
  private long version = -1;
  private Lines names = new Lines();
  private Lines phones = new Lines();

  DialogIndex(DeskModel model) {
    this.model = model;
  }

  /**
   * Dialogs of which each word begins some word, or whose phone has these digits; in no order.
   *
   * @param words folded; none find every dialog
   */
  Set<DialogId> find(List<String> words) {
    long newest = model.searchedVersion();
    if (newest != version) {
      read();
      version = newest;
    }
    if (words.isEmpty()) {
      return new LinkedHashSet<>(names.ids);
    }
    Set<DialogId> found = names.withWords(words);
    String digits = String.join("", words);
    if (digits.length() >= SHORTEST_NUMBER && digits.chars().allMatch(Character::isDigit)) {
      found.addAll(phones.with(digits));
    }
    return found;
  }

  private void read() {
    names = new Lines();
    phones = new Lines();
    for (DialogRow row : model.dialogs.values()) {
      names.add(row.title());
      row.tags().forEach(names::add);
      CustomerRow customer = model.customers.get(row.customer());
      if (customer != null) {
        names.add(customer.name());
        String phone = phone(customer);
        names.add(phone);
        phones.add(digits(phone));
      }
      names.end(row.id());
      phones.end(row.id());
    }
  }

  /** A customer's phone as it was written; empty if none is known. */
  static String phone(CustomerRow customer) {
    return customer.contact().getOrDefault("phone", "");
  }

  private static String digits(String phone) {
    StringBuilder digits = new StringBuilder();
    phone.chars().filter(Character::isDigit).forEach(digit -> digits.append((char) digit));
    return digits.toString();
  }

  /** A line of each dialog, all in one text. */
  private static final class Lines {
    private static final char END = '\n';
    private static final int FIRST = 256;

    private final StringBuilder text = new StringBuilder();
    private final List<DialogId> ids = new ArrayList<>();
    private int[] ends = new int[FIRST];
    private String all = "";

    /** Goes on with the line; a word ends where it begins. */
    void add(String words) {
      text.append(' ').append(Folding.fold(words).replace(END, ' '));
    }

    void end(DialogId id) {
      text.append(END);
      if (ids.size() == ends.length) {
        ends = Arrays.copyOf(ends, 2 * ends.length);
      }
      ends[ids.size()] = text.length();
      ids.add(id);
    }

    Set<DialogId> with(String piece) {
      Set<DialogId> found = new LinkedHashSet<>();
      String lines = all();
      int at = lines.indexOf(piece);
      while (at >= 0) {
        int line = lineAt(at);
        found.add(ids.get(line));
        at = lines.indexOf(piece, ends[line]);
      }
      return found;
    }

    Set<DialogId> withWords(List<String> words) {
      Set<DialogId> found = new LinkedHashSet<>();
      String lines = all();
      String rarest = words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
      int at = Folding.beginning(lines, rarest, 0, lines.length());
      while (at >= 0) {
        int line = lineAt(at);
        int from = line == 0 ? 0 : ends[line - 1];
        int to = ends[line];
        if (words.stream().allMatch(word -> Folding.beginning(lines, word, from, to) >= 0)) {
          found.add(ids.get(line));
        }
        at = Folding.beginning(lines, rarest, to, lines.length());
      }
      return found;
    }

    private String all() {
      if (all.isEmpty() && !text.isEmpty()) {
        all = text.toString();
        text.setLength(0);
        text.trimToSize();
      }
      return all;
    }

    private int lineAt(int position) {
      int found = Arrays.binarySearch(ends, 0, ids.size(), position);
      return found >= 0 ? found + 1 : -found - 1;
    }
  }
}
