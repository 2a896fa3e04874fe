package app.recado.client.state;

import app.recado.protocol.MentionRow;

/**
 * That a message names me.
 *
 * @param by the name of who wrote it
 * @param dialogTitle who the dialog is with, and its title
 */
public record Mention(MentionRow row, String by, String dialogTitle) {}
