package app.recado.relay.refusal;

import app.recado.protocol.ErrorBody;
import com.google.gson.JsonObject;

/** A request that is refused, with the status and error body that say why. Nothing was changed. */
public final class Refusal extends RuntimeException {
  private final int status;
  private final ErrorBody body;

  private Refusal(int status, String code, String message, JsonObject details) {
    super(message, null, false, false);
    this.status = status;
    this.body = new ErrorBody(new ErrorBody.Detail(code, message, details));
  }

  public static Refusal of(int status, String code, String message) {
    return new Refusal(status, code, message, new JsonObject());
  }

  /** 400: the body cannot be read at all. */
  public static Refusal malformed(String message) {
    return of(400, "malformed", message);
  }

  /** 404, also for what the caller may not see. */
  public static Refusal notFound(String what) {
    return of(404, "not_found", "There is no such " + what + ".");
  }

  /** 422: well-formed, but a field does not hold. */
  public static Refusal invalid(String field, String message) {
    return of(422, "invalid", message).with("field", field);
  }

  /** The same refusal with one more detail. */
  public Refusal with(String name, String value) {
    JsonObject details = body.error().details().deepCopy();
    details.addProperty(name, value);
    return new Refusal(status, body.error().code(), body.error().message(), details);
  }

  public int status() {
    return status;
  }

  public ErrorBody body() {
    return body;
  }
}
