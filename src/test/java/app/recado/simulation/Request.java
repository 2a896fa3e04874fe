package app.recado.simulation;

import org.jspecify.annotations.Nullable;

/**
 * One request as it goes over the wire.
 *
 * @param route the method and path it stands for
 * @param token who asks; null where none is needed
 * @param body JSON
 */
record Request(String route, @Nullable String token, String body) {}
