package app.recado.client.api;

import app.recado.client.api.OkHttpRelayApi.Reading;
import app.recado.protocol.ErrorBody;
import app.recado.protocol.Json;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.util.Locale;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Tells the relay's answers from everything else that can come back: the one classification. */
final class Answers {
  static final Reading<@Nullable Void> NOTHING = text -> null;

  private static final int TOO_MANY = 429;

  private Answers() {}

  /**
   * Reads a good answer.
   *
   * @throws ApiException if it is anything else
   */
  static <T extends @Nullable Object> T read(Response response, Reading<T> reading)
      throws ApiException, IOException {
    if (!response.isSuccessful()) {
      throw problem(response);
    }
    String text = response.body().string();
    if (text.isEmpty() && reading == NOTHING) {
      return reading.read(text);
    }
    if (!isJson(response)) {
      throw new ApiException.Malformed("status " + response.code() + " without JSON", null);
    }
    try {
      return reading.read(text);
    } catch (JsonParseException | IllegalArgumentException e) {
      throw new ApiException.Malformed("not the JSON that was asked for", e);
    }
  }

  /** What an answer other than a good one means. */
  static ApiException problem(Response response) throws IOException {
    int status = response.code();
    if (status >= 500 || status == TOO_MANY) {
      return new ApiException.RelayFault(status, retryAfter(response));
    }
    ErrorBody body = status >= 400 && isJson(response) ? error(response.body().string()) : null;
    return body == null
        ? new ApiException.Malformed("status " + status + " that is not the relay's", null)
        : new ApiException.Rejected(status, body.error());
  }

  private static @Nullable ErrorBody error(String text) {
    try {
      ErrorBody body = Json.read(text, ErrorBody.class);
      return isComplete(body) ? body : null;
    } catch (JsonParseException foreign) {
      return null;
    }
  }

  @SuppressWarnings({"NullAway", "ConstantValue"}) // Gson leaves absent members null
  private static boolean isComplete(ErrorBody body) {
    return body.error() != null && body.error().code() != null && body.error().message() != null;
  }

  private static boolean isJson(Response response) {
    String type = response.header("Content-Type");
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
  }

  private static @Nullable Integer retryAfter(Response response) {
    String seconds = response.header("Retry-After");
    try {
      return seconds == null ? null : Integer.valueOf(seconds.strip());
    } catch (NumberFormatException date) {
      return null;
    }
  }
}
