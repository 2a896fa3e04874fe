package app.recado.protocol;

import com.google.gson.JsonObject;

/** Every refusal: {@code {"error": {code, message, details}}}. */
public record ErrorBody(Detail error) {
  public ErrorBody {
    Required.all(error);
  }

  /**
   * @param code in snake_case, for programs
   * @param message one sentence, for people
   * @param details names the field, the command, …; never null
   */
  public record Detail(String code, String message, JsonObject details) {
    public Detail {
      Required.all(code, message, details);
    }
  }

  public static ErrorBody of(String code, String message) {
    return new ErrorBody(new Detail(code, message, new JsonObject()));
  }
}
