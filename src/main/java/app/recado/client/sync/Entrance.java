package app.recado.client.sync;

import app.recado.client.api.ApiException;
import app.recado.client.api.RelayApi;
import app.recado.protocol.SignIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The way into a profile: straight to the desk for whoever signed in before, also without a
 * network; else by e-mail and password. FX thread.
 */
public final class Entrance {
  /** Why nobody came in. */
  public enum Refusal {
    /** E-mail or password are wrong, or the person may no longer come in. */
    WRONG,
    /** Too many attempts; to be tried again later. */
    SLOWED,
    UNREACHABLE,
    /** Whatever answered at that address is no relay. */
    NOT_A_RELAY,
    RELAY_IN_TROUBLE,
    /** The profile holds the work of somebody else, who has to sign out first. */
    ANOTHER_PERSON
  }

  /** Told that nobody came in. */
  @FunctionalInterface
  public interface Refused {
    /**
     * @param wait how long the relay asks to wait; null unless it does
     */
    void because(Refusal why, @Nullable Duration wait);
  }

  private final Path folder;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Function<URI, DeskSetup> worlds;
  private final KeyStore keys;
  private final String deviceName;
  private final Runnable whenWiped;

  private Identity identity;
  private @Nullable DeskSession session;

  /**
   * @param folder the profile's; no desk may be open on it
   * @param worlds what a desk of this profile takes from the world, with the way to a relay
   * @param deviceName what people call this computer
   * @param whenWiped called on the FX thread when the profile was wiped: nobody is signed in
   */
  public Entrance(
      Path folder,
      InstantSource clock,
      RandomGenerator random,
      Function<URI, DeskSetup> worlds,
      KeyStore keys,
      String deviceName,
      Runnable whenWiped) {
    this.folder = folder;
    this.clock = clock;
    this.random = random;
    this.worlds = worlds;
    this.keys = keys;
    this.deviceName = deviceName;
    this.whenWiped = whenWiped;
    this.identity = Identity.read(folder, clock, random);
  }

  /**
   * Opens the desk of whoever is signed in on this profile; empty if nobody is. Any one thread, so
   * that it may be done while JavaFX starts, but before everything else here.
   */
  public Optional<Desk> resume() {
    String token = keys.token();
    if (token == null && !keys.isElsewhere() || identity.me() == null || identity.relay() == null) {
      return Optional.empty();
    }
    DeskSetup world = worlds.apply(identity.relay());
    DeskSession opened = open(world, new Account(token == null ? "" : token, identity.me()));
    // What is here needs no token; and one that is in a file may find a better place.
    world.drawn().execute(() -> keys.ask(opened::tokenCame));
    return Optional.of(opened);
  }

  /** The relay that was last signed in to; null before the first time. */
  public @Nullable URI lastRelay() {
    return identity.relay();
  }

  /** The e-mail of whoever signed in last; null before the first time. */
  public @Nullable String lastEmail() {
    return identity.me() == null ? null : identity.me().email();
  }

  /**
   * Signs in; exactly one of the consumers is called later, on the FX thread. With a desk open
   * whose token has died, the same desk goes on, if it is the same person.
   */
  public void signIn(
      URI relay, String email, String password, Consumer<Desk> entered, Refused refused) {
    DeskSetup world = worlds.apply(relay);
    SignIn.Request request =
        new SignIn.Request(email, password, new SignIn.Device(identity.device(), deviceName));
    world
        .api()
        .signIn(
            request,
            new RelayApi.Callback<>() {
              @Override
              public void succeeded(SignIn.Response response) {
                world.fx().execute(() -> enter(world, relay, response, entered, refused));
              }

              @Override
              public void failed(ApiException problem) {
                world.fx().execute(() -> refused.because(refusal(problem), pause(problem)));
              }
            });
  }

  private void enter(
      DeskSetup world,
      URI relay,
      SignIn.Response response,
      Consumer<Desk> entered,
      Refused refused) {
    if (identity.me() != null && !identity.me().id().equals(response.user().id())) {
      refused.because(Refusal.ANOTHER_PERSON, null);
      return;
    }
    keys.keep(response.token());
    Account account = new Account(response.token(), response.user());
    if (session != null) {
      session.signedInAgain(account);
      entered.accept(session);
      return;
    }
    identity = new Identity(response.user(), relay, identity.device());
    identity.write(folder, clock);
    entered.accept(open(world, account));
  }

  private DeskSession open(DeskSetup world, Account account) {
    DeskSession opened = DeskSession.open(world, account, this::wiped);
    session = opened;
    return opened;
  }

  private void wiped() {
    session = null;
    keys.forget();
    identity = Identity.read(folder, clock, random);
    whenWiped.run();
  }

  private static @Nullable Duration pause(ApiException problem) {
    return problem instanceof ApiException.RelayFault fault && fault.retryAfterSeconds() != null
        ? Duration.ofSeconds(fault.retryAfterSeconds())
        : null;
  }

  private static Refusal refusal(ApiException problem) {
    return switch (problem) {
      case ApiException.Rejected rejected ->
          rejected.status() == 404 ? Refusal.NOT_A_RELAY : Refusal.WRONG;
      case ApiException.RelayFault fault ->
          fault.status() == 429 ? Refusal.SLOWED : Refusal.RELAY_IN_TROUBLE;
      case ApiException.Unreachable _ -> Refusal.UNREACHABLE;
      case ApiException.Malformed _ -> Refusal.NOT_A_RELAY;
    };
  }
}
