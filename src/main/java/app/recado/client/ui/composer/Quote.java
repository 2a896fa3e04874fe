package app.recado.client.ui.composer;

import app.recado.protocol.MessageId;

/**
 * The message that the next one refers to.
 *
 * @param text what it says, as far as it is on this computer
 * @param whisper whether the customer must not see it
 */
public record Quote(MessageId id, String author, String text, boolean whisper) {}
