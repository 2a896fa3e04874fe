package app.recado.relay.http;

import app.recado.protocol.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A file that is always the same while the relay runs: compressed and digested once. */
final class Asset {
  private static final int TAG_LENGTH = 24;

  private final String contentType;
  private final byte[] plain;
  private final byte[] gzipped;
  private final String etag;

  Asset(String contentType, byte[] content) {
    this.contentType = contentType;
    this.plain = content.clone();
    this.gzipped = gzip(content);
    this.etag = '"' + Sha256.of(content).substring(0, TAG_LENGTH) + '"';
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
}
