package app.recado.client.cache;

import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * A draft as this computer has it, newer than what the relay has.
 *
 * @param text empty when the agent removed it and the relay does not know yet
 * @param base the version it was based on; 0 for none
 */
public record LocalDraft(
    DialogId dialog, DraftKind kind, String text, @Nullable MessageId quote, long base) {}
