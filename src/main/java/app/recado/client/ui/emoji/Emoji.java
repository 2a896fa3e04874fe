package app.recado.client.ui.emoji;

/**
 * One emoji there is a picture of.
 *
 * @param sequence its characters as they are to be sent, with the variation selectors
 * @param place where its picture stands among all
 */
public record Emoji(String sequence, int place) {}
