/**
 * What the desk and the relay say to each other: wire records, ids, changes, commands, outcomes and
 * errors, and the one {@link app.recado.protocol.Json}. Sees only the JDK and Gson.
 */
@NullMarked
package app.recado.protocol;

import org.jspecify.annotations.NullMarked;
