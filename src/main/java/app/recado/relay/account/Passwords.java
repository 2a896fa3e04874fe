package app.recado.relay.account;

/** Turns passwords into what may be stored. */
public interface Passwords {

  String hash(String password);

  boolean matches(String password, String hash);
}
