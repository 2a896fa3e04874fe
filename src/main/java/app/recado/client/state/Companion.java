package app.recado.client.state;

import app.recado.protocol.Author;
import app.recado.protocol.Signal;

/** Somebody else who is in a dialog at this moment, and what for. */
public record Companion(Author author, Signal.Doing doing) {}
