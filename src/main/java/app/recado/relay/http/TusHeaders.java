package app.recado.relay.http;

import app.recado.protocol.FileRules;
import app.recado.relay.file.Uploads;
import app.recado.relay.refusal.Refusal;
import io.helidon.webserver.http.ServerResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers of tus 1.0 (<a href="https://tus.io/protocols/resumable-upload">tus.io</a>): the core
 * with creation, creation-with-upload, termination and checksum.
 */
final class TusHeaders {
  static final String VERSION = "1.0.0";
  static final String CONTENT_TYPE = "application/offset+octet-stream";

  /** What clients call a digest, and Java. */
  private static final Map<String, String> DIGESTS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

  private TusHeaders() {}

  static void describe(ServerResponse response) {
    response.header("Tus-Resumable", VERSION);
    response.header("Tus-Version", VERSION);
    response.header("Tus-Extension", "creation,creation-with-upload,termination,checksum");
    response.header("Tus-Checksum-Algorithm", "sha1,sha256");
    response.header("Tus-Max-Size", Long.toString(FileRules.LARGEST));
  }

  /** 412 unless the caller speaks this version. */
  static void requireVersion(Exchange exchange) {
    exchange.with("Tus-Resumable", VERSION);
    if (!exchange.header("Tus-Resumable").orElse("").equals(VERSION)) {
      exchange.with("Tus-Version", VERSION);
      throw Refusal.of(412, "unsupported_version", "Only tus 1.0.0 is spoken here.");
    }
  }

  static long number(Exchange exchange, String header) {
    String text = exchange.header(header).orElse("");
    if (!text.matches("\\d{1,18}")) {
      throw Refusal.malformed(header + " is a whole number.").with("field", header);
    }
    return Long.parseLong(text);
  }

  /** {@code Upload-Metadata}: names, each with a value in Base64. */
  static Map<String, String> metadata(Exchange exchange) {
    Map<String, String> values = new HashMap<>();
    String header = exchange.header("Upload-Metadata").orElse("");
    for (String pair : header.isBlank() ? new String[0] : header.split(",", -1)) {
      String[] parts = pair.strip().split(" ", -1);
      if (parts[0].isEmpty() || parts.length > 2) {
        throw malformedMetadata();
      }
      values.put(parts[0], parts.length == 1 ? "" : text(parts[1]));
    }
    return values;
  }

  private static String text(String base64) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
              .toString();
      if (Texts.isSound(text)) {
        return text;
      }
    } catch (IllegalArgumentException | CharacterCodingException malformed) {
      throw malformedMetadata();
    }
    throw malformedMetadata();
  }

  private static Refusal malformedMetadata() {
    return Refusal.malformed("Upload-Metadata is names with Base64 values.")
        .with("field", "Upload-Metadata");
  }

  /** {@code Upload-Checksum}; null if the request has none. */
  static Uploads.@Nullable Digest digest(Exchange exchange) {
    String header = exchange.header("Upload-Checksum").orElse("");
    if (header.isEmpty()) {
      return null;
    }
    String[] parts = header.strip().split(" ", -1);
    String algorithm = DIGESTS.get(parts[0].toLowerCase(Locale.ROOT));
    if (parts.length == 2 && algorithm != null) {
      try {
        return new Uploads.Digest(algorithm, Base64.getDecoder().decode(parts[1]));
      } catch (IllegalArgumentException malformed) {
        throw unknownDigest();
      }
    }
    throw unknownDigest();
  }

  private static Refusal unknownDigest() {
    return Refusal.malformed("Upload-Checksum is sha1 or sha256 with a Base64 value.")
        .with("field", "Upload-Checksum");
  }
}
