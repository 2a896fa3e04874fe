package app.recado.relay.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * Argon2id with 19 MiB, two passes and one lane. At most two run at once: each takes memory and a
 * core, and a flood of sign-ins must not starve everybody else.
 */
public final class Argon2Passwords implements Passwords {

  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  private final Semaphore running = new Semaphore(2);
  private final RandomGenerator random;

  /**
   * @param random unpredictable
   */
  public Argon2Passwords(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public String hash(String password) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    running.acquireUninterruptibly();
    try {
      String encoded = Base64.getEncoder().encodeToString(salt);
      return ARGON2.hash(password, encoded).getResult();
    } finally {
      running.release();
    }
  }

  @Override
  public boolean matches(String password, String hash) {
    running.acquireUninterruptibly();
    try {
      return ARGON2.check(password, hash);
    } finally {
      running.release();
    }
  }
}
