package app.recado.relay.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A file that is always the same while the relay runs: compressed and digested once. */
final class Asset {
  private final String contentType;
  private final byte[] plain;
  private final byte[] gzipped;
  private final String etag;

  Asset(String contentType, byte[] content) {
    this.contentType = contentType;
    this.plain = content.clone();
    this.gzipped = gzip(content);
    this.etag = '"' + digest(content) + '"';
  }

  /** Sends it, or 304 to who has it already. */
  void send(Exchange exchange) {
    exchange.with("ETag", etag).with("Vary", "Accept-Encoding");
    exchange.with("Cache-Control", "no-cache");
    if (exchange.header("If-None-Match").filter(known -> known.contains(etag)).isPresent()) {
      exchange.notModified();
    } else if (exchange.accepts("gzip")) {
      exchange.with("Content-Encoding", "gzip").bytes(contentType, gzipped);
    } else {
      exchange.bytes(contentType, plain);
    }
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
