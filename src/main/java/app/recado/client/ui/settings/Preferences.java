package app.recado.client.ui.settings;

import app.recado.client.platform.PreferenceFile;
import app.recado.client.ui.emoji.EmojiHabits;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.spelling.SpellingHabits;
import app.recado.client.ui.theme.Appearance;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What an agent has set on this computer; each change is kept at once. FX thread only. */
public final class Preferences {
  static final List<Integer> UNDO_SECONDS = List.of(0, 3, 5, 10, 20, 30);
  private static final int UNDO_SECONDS_AT_FIRST = 5;
  static final List<Integer> AWAY_MINUTES = List.of(0, 5, 10, 15, 30, 60);
  private static final int AWAY_MINUTES_AT_FIRST = 10;

  private final PreferenceFile file;
  private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>();
  private final ObjectProperty<Language> language = new SimpleObjectProperty<>();
  private final BooleanProperty enterSends = new SimpleBooleanProperty();
  private final ObjectProperty<Integer> undoSeconds;
  private final ObjectProperty<Integer> awayMinutes;
  private final BooleanProperty panel = new SimpleBooleanProperty();
  private final EmojiHabits emoji;
  private final SpellingHabits spelling;
  private final BooleanProperty notifications;
  private final BooleanProperty notificationWords;
  private final BooleanProperty doNotDisturb;
  private final BooleanProperty chatSound;
  private final BooleanProperty messageSound;
  private final BooleanProperty mentionSound;
  private final BooleanProperty keepInTray;
  private final BooleanProperty blinkingIcon;

  /**
   * @param system the person's locale, for as long as no language was chosen
   */
  public Preferences(PreferenceFile file, Locale system) {
    this.file = file;
    appearance.set(
        Stream.of(Appearance.values())
            .filter(each -> name(each).equals(file.get("appearance", "")))
            .findFirst()
            .orElse(Appearance.SYSTEM));
    language.set(
        Stream.of(Language.values())
            .filter(each -> each.tag().equals(file.get("language", "")))
            .findFirst()
            .orElse(Language.closestTo(system)));
    enterSends.set(file.get("enterSends", "true").equals("true"));
    undoSeconds = oneOf(file, "undoSeconds", UNDO_SECONDS, UNDO_SECONDS_AT_FIRST);
    awayMinutes = oneOf(file, "awayMinutes", AWAY_MINUTES, AWAY_MINUTES_AT_FIRST);
    panel.set(file.get("customerPanel", "true").equals("true"));
    appearance.subscribe((was, is) -> file.put("appearance", name(is)));
    language.subscribe((was, is) -> file.put("language", is.tag()));
    enterSends.subscribe((was, is) -> file.put("enterSends", is.toString()));
    panel.subscribe((was, is) -> file.put("customerPanel", is.toString()));
    emoji = emoji(file);
    spelling = spelling(file);
    notifications = kept(file, "notifications", true);
    notificationWords = kept(file, "notificationWords", true);
    doNotDisturb = kept(file, "doNotDisturb", false);
    chatSound = kept(file, "chatSound", true);
    messageSound = kept(file, "messageSound", true);
    mentionSound = kept(file, "mentionSound", true);
    keepInTray = kept(file, "keepInTray", true);
    blinkingIcon = kept(file, "blinkingIcon", false);
  }

  public ObjectProperty<Appearance> appearance() {
    return appearance;
  }

  public ObjectProperty<Language> language() {
    return language;
  }

  /** Whether Enter sends and Shift+Enter breaks the line, or the other way round. */
  public BooleanProperty enterSends() {
    return enterSends;
  }

  /** For how many seconds what is sent can be undone; one of {@link #UNDO_SECONDS}. */
  public ObjectProperty<Integer> undoSeconds() {
    return undoSeconds;
  }

  /**
   * After how many minutes without a hand on the desk the agent counts as away; one of {@link
   * #AWAY_MINUTES}, 0 for never.
   */
  public ObjectProperty<Integer> awayMinutes() {
    return awayMinutes;
  }

  /** Whether the customer panel stands beside the conversation where there is room. */
  public BooleanProperty customerPanel() {
    return panel;
  }

  /** Which emoji are picked. */
  public EmojiHabits emoji() {
    return emoji;
  }

  /** Whether words are checked, and which are words here. */
  public SpellingHabits spelling() {
    return spelling;
  }

  /** Whether the desktop shows notifications. */
  public BooleanProperty notifications() {
    return notifications;
  }

  /** Whether they say what was written. */
  public BooleanProperty notificationWords() {
    return notificationWords;
  }

  /** Neither notifications nor sounds. */
  public BooleanProperty doNotDisturb() {
    return doNotDisturb;
  }

  /** Whether a new chat sounds. */
  public BooleanProperty chatSound() {
    return chatSound;
  }

  /** Whether a message in a conversation of mine sounds. */
  public BooleanProperty messageSound() {
    return messageSound;
  }

  /** Whether a mention of the agent sounds. */
  public BooleanProperty mentionSound() {
    return mentionSound;
  }

  /** Whether the desk goes on in the tray, where there is one, when its window is closed. */
  public BooleanProperty keepInTray() {
    return keepInTray;
  }

  /** Whether the icon in the tray blinks while somebody waits. */
  public BooleanProperty blinkingIcon() {
    return blinkingIcon;
  }

  /** Where the window stood; empty before the first time. */
  public String windowPlace() {
    return file.get("window", "");
  }

  public void keepWindowPlace(String place) {
    file.put("window", place);
  }

  /** Where the last window of a single dialog stood; empty before the first. */
  public String dialogWindowPlace() {
    return file.get("dialogWindow", "");
  }

  public void keepDialogWindowPlace(String place) {
    file.put("dialogWindow", place);
  }

  private static EmojiHabits emoji(PreferenceFile file) {
    String tone = file.get("emojiTone", "");
    EmojiHabits kept =
        new EmojiHabits(
            file.get("emojiRecent", ""), tone.matches("[0-5]") ? Integer.parseInt(tone) : 0);
    kept.recentProperty().subscribe((was, is) -> file.put("emojiRecent", is));
    kept.toneProperty().subscribe((was, is) -> file.put("emojiTone", is.toString()));
    return kept;
  }

  private static SpellingHabits spelling(PreferenceFile file) {
    SpellingHabits kept =
        new SpellingHabits(
            file.get("spelling", "true").equals("true"), file.get("spellingWords", ""));
    kept.onProperty().subscribe((was, is) -> file.put("spelling", is.toString()));
    kept.wordsProperty().subscribe((was, is) -> file.put("spellingWords", is));
    return kept;
  }

  private static ObjectProperty<Integer> oneOf(
      PreferenceFile file, String name, List<Integer> choices, int otherwise) {
    ObjectProperty<Integer> property =
        new SimpleObjectProperty<>(
            choices.stream()
                .filter(each -> each.toString().equals(file.get(name, "")))
                .findFirst()
                .orElse(otherwise));
    property.subscribe((was, is) -> file.put(name, is.toString()));
    return property;
  }

  private static BooleanProperty kept(PreferenceFile file, String name, boolean otherwise) {
    String stored = file.get(name, Boolean.toString(otherwise));
    BooleanProperty property = new SimpleBooleanProperty(Boolean.parseBoolean(stored));
    property.subscribe((was, is) -> file.put(name, is.toString()));
    return property;
  }

  private static String name(Appearance appearance) {
    return appearance.name().toLowerCase(Locale.ROOT);
  }
}
