package app.recado.client.state;

import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;

/** A scheduled message that was to be sent at once when it had been sent already. */
public record SentBefore(DialogId dialog, MessageId message) {}
