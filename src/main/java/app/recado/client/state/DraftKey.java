package app.recado.client.state;

import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;

/** Names one of the drafts. */
public record DraftKey(DialogId dialog, DraftKind kind) {}
