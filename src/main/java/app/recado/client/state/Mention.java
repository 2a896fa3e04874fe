package app.recado.client.state;

import app.recado.protocol.MentionRow;

/**
 * That a message names me.
 *
 * @param by the name of who wrote it
 * @param dialogTitle who the dialog is with, and its title
 * @param news whether it came while this desk was there, so that it is to be announced
 * @param text what was said; empty if it is no news
 */
public record Mention(MentionRow row, String by, String dialogTitle, boolean news, String text) {

  /** One that is no news. */
  public Mention(MentionRow row, String by, String dialogTitle) {
    this(row, by, dialogTitle, false, "");
  }

  public boolean isUnread() {
    return !row.read();
  }
}
