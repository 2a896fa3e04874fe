package app.recado.client.sync;

import app.recado.protocol.UserRow;

/**
 * Who is signed in, and with what.
 *
 * @param token empty while it is being asked for
 */
public record Account(String token, UserRow me) {}
