package app.recado.client.api;

import app.recado.protocol.ErrorBody;
import org.jspecify.annotations.Nullable;

/** Why a call to the relay did not succeed; classified once, here, and switched over elsewhere. */
public abstract sealed class ApiException extends Exception {
  private ApiException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * No usable answer came: no route, TLS failure, time-out, cut connection. The request may or may
   * not have been done.
   */
  public static final class Unreachable extends ApiException {
    public Unreachable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The relay refused with an error body of its own (4xx). */
  public static final class Rejected extends ApiException {
    private final int status;
    private final ErrorBody.Detail error;

    public Rejected(int status, ErrorBody.Detail error) {
      super(error.message(), null);
      this.status = status;
      this.error = error;
    }

    public int status() {
      return status;
    }

    public ErrorBody.Detail error() {
      return error;
    }
  }

  /**
   * The relay, or something in front of it, is in trouble (5xx) or asks to come back later (429).
   */
  public static final class RelayFault extends ApiException {
    private final int status;
    private final @Nullable Integer retryAfterSeconds;

    public RelayFault(int status, @Nullable Integer retryAfterSeconds) {
      super("status " + status, null);
      this.status = status;
      this.retryAfterSeconds = retryAfterSeconds;
    }

    public int status() {
      return status;
    }

    public @Nullable Integer retryAfterSeconds() {
      return retryAfterSeconds;
    }
  }

  /**
   * An answer that is not the relay's: HTML from a captive portal, JSON of another shape, a 4xx
   * without our error body.
   */
  public static final class Malformed extends ApiException {
    public Malformed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
