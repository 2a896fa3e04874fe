package app.recado.client.ui.notify;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/**
 * How the agent wants to be told.
 *
 * @param shown on the desktop, by notifications
 * @param words with what the customer wrote
 * @param quiet do not disturb: neither shown nor heard; the number on the icon stays
 * @param heardChat whether a new chat sounds
 * @param heardMessage whether a message in a conversation of mine sounds
 * @param heardMention whether a mention of the agent sounds
 * @param blinking whether the icon blinks while somebody waits
 */
public record Wishes(
    ObservableBooleanValue shown,
    ObservableBooleanValue words,
    BooleanProperty quiet,
    ObservableBooleanValue heardChat,
    ObservableBooleanValue heardMessage,
    ObservableBooleanValue heardMention,
    ObservableBooleanValue blinking) {}
