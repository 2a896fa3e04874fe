package app.recado.client.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/** The pictures' icons, from Lucide: 24 by 24, drawn as strokes of 2 by {@link IconView}. */
public enum Icon {
  ALARM_CLOCK,
  ARROW_DOWN,
  ARROW_LEFT,
  ARROW_RIGHT_LEFT,
  ARROW_UP,
  ARROW_UP_DOWN,
  AT_SIGN,
  BADGE_DOLLAR_SIGN,
  BAN,
  BELL,
  BELL_OFF,
  BELL_RING,
  BLOCKS,
  BOOKMARK_PLUS,
  BRIEFCASE,
  CALENDAR,
  CALENDAR_PLUS,
  CAMERA_SQUARE,
  CHART_COLUMN,
  CHECK,
  CHECK_CHECK,
  CHEVRONS_UP,
  CHEVRON_DOWN,
  CHEVRON_LEFT,
  CHEVRON_RIGHT,
  CHEVRON_UP,
  CIRCLE_ALERT,
  CIRCLE_CHECK,
  CIRCLE_DOT,
  CIRCLE_QUESTION_MARK,
  CLIPBOARD_LIST,
  CLOCK,
  COFFEE,
  CONTACT_ROUND,
  COPY,
  CORNER_UP_LEFT,
  DOWNLOAD,
  ELLIPSIS,
  ELLIPSIS_VERTICAL,
  EXTERNAL_LINK,
  EYE,
  EYE_OFF,
  FILE_TEXT,
  GIT_PULL_REQUEST_ARROW,
  GLOBE,
  GRIP_VERTICAL,
  HAND,
  HARD_DRIVE,
  HASH,
  HISTORY,
  IMAGE,
  INBOX,
  INFO,
  KEYBOARD,
  KEY_ROUND,
  LANGUAGES,
  LAPTOP,
  LAPTOP_MINIMAL,
  LINK,
  LIST_CHECKS,
  LIST_FILTER,
  LOADER,
  LOCK,
  LOG_IN,
  LOG_OUT,
  MAIL,
  MAP_PIN,
  MESSAGES_SQUARE,
  MESSAGE_CIRCLE,
  MESSAGE_SQUARE,
  MESSAGE_SQUARE_MORE,
  MESSAGE_SQUARE_QUOTE,
  MONITOR,
  MOON,
  NEWSPAPER,
  PALETTE,
  PANEL_RIGHT,
  PAPERCLIP,
  PAUSE,
  PENCIL,
  PHONE,
  PIN,
  PIN_OFF,
  PLUS,
  POWER,
  QUOTE,
  RADIO_TOWER,
  REFRESH_CW,
  REPLY,
  SEARCH,
  SEND,
  SEND_HORIZONTAL,
  SETTINGS,
  SHIELD_BAN,
  SHIELD_CHECK,
  SHIELD_X,
  SKIP_FORWARD,
  SLASH,
  SMILE,
  SPLIT,
  SQUARE_CHECK,
  STAR,
  SUN,
  TAG,
  TAGS,
  TEXT_SEARCH,
  TIMER,
  TRASH_2,
  TRIANGLE_ALERT,
  UNDO_2,
  USER,
  USERS,
  USER_CHECK,
  USER_PLUS,
  WIFI,
  WIFI_OFF,
  X;

  /** SVG path data. */
  String path() {
    return Paths.ALL.getProperty(name().toLowerCase(Locale.ROOT).replace('_', '-'), "");
  }

  /** Read when the first icon is drawn. */
  private static final class Paths {
    static final Properties ALL = read();

    private static Properties read() {
      Properties paths = new Properties();
      try (InputStream resource = Icon.class.getResourceAsStream("icons.properties")) {
        paths.load(resource);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return paths;
    }
  }
}
