package app.recado.client.sync;

import app.recado.client.api.FileApi;
import app.recado.client.api.RelayApi;
import app.recado.client.cache.Durability;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * All that a desk takes from the world: with another world it runs in virtual time.
 *
 * @param folder the profile's, existing; one desk at a time
 * @param ticker nanoseconds from any origin, ever ascending: {@code System::nanoTime}
 * @param fx runs what windows watch
 * @param drawn runs something there once what it was given before is on the screen
 * @param reader one thread that reads the cache beside the engine; may be the engine's own
 * @param io where files are copied, which may take long; several threads or one
 * @param durability of the outbox: {@link Durability#FULL} unless the world is thrown away
 */
public record DeskSetup(
    Path folder,
    RelayApi api,
    FileApi files,
    Scheduler scheduler,
    InstantSource clock,
    LongSupplier ticker,
    RandomGenerator random,
    Executor fx,
    Executor drawn,
    Executor reader,
    Executor io,
    ZoneId zone,
    Durability durability) {}
