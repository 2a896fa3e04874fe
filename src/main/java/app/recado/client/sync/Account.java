package app.recado.client.sync;

import app.recado.protocol.UserRow;

/** Who is signed in, and with what. */
public record Account(String token, UserRow me) {}
