package app.recado.client.state;

import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * What has been begun in a composer. @param lost a text that lost against a newer one on another
 * device, or null
 */
public record Draft(
    DialogId dialog,
    DraftKind kind,
    String text,
    @Nullable MessageId quote,
    @Nullable String lost) {}
