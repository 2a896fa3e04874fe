package app.recado.relay.http;

import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.FileId;
import app.recado.protocol.FileRules;
import app.recado.protocol.Ids;
import app.recado.relay.file.Holder;
import app.recado.relay.file.Stored;
import app.recado.relay.file.Uploads;
import app.recado.relay.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Files: up by tus 1.0, down in whole or in part. Nothing in them is ever run in a browser. */
final class FileResource {
  private static final int BUFFER = 64 * 1024;

  /** So many visitors move bytes at once: they leave room for the agents. */
  private static final int MOST_VISITORS = 200;

  private final Semaphore visitors = new Semaphore(MOST_VISITORS);

  private final Uploads uploads;
  private final RateLimit perVisitor;
  private final RateLimit megabytes;

  /**
   * @param perVisitor how often a customer may begin an upload: anybody can be one
   * @param megabytes how many may come from one address, as a visitor of whatever name
   */
  FileResource(Uploads uploads, RateLimit perVisitor, RateLimit megabytes) {
    this.uploads = uploads;
    this.perVisitor = perVisitor;
    this.megabytes = megabytes;
  }

  void begin(Exchange exchange) {
    TusHeaders.requireVersion(exchange);
    long size = TusHeaders.number(exchange, "Upload-Length");
    if (!exchange.isFromAgent()) {
      slowDown(exchange, size);
    }
    Map<String, String> said = TusHeaders.metadata(exchange);
    Uploads.Announced file =
        new Uploads.Announced(
            announcedId(said),
            said.getOrDefault("filename", said.getOrDefault("name", "file")),
            said.getOrDefault("filetype", said.getOrDefault("type", "")),
            size,
            said.get("sha256"),
            said.containsKey("copy") ? fileId(said.get("copy"), "copy") : null,
            exchange.header("Upload-Metadata").filter(text -> !text.isBlank()).orElse(null));
    Uploads.Upload upload = uploads.begin(holder(exchange), file);
    if (exchange.hasBodyOf(TusHeaders.CONTENT_TYPE) && upload.offset() == 0) {
      upload = add(exchange, file.id(), 0);
    }
    exchange.with("Location", "/v1/files/" + file.id());
    told(exchange, upload).empty(201);
  }

  private void slowDown(Exchange exchange, long size) {
    if (exchange.isLocal()) {
      perVisitor.take(exchange.visitor().customer());
    } else {
      perVisitor.take(exchange.address());
      megabytes.take(exchange.address(), (int) (Math.min(size, FileRules.LARGEST) >> 20));
    }
  }

  private static FileId announcedId(Map<String, String> said) {
    String id = said.get("id");
    if (id == null) {
      return new FileId(UUID.randomUUID().toString());
    }
    return fileId(id, "id");
  }

  private static FileId fileId(String id, String field) {
    if (!Ids.isUuid(id)) {
      throw Refusal.invalid(field, "The id of a file is a UUID.");
    }
    return new FileId(id);
  }

  void offset(Exchange exchange) {
    TusHeaders.requireVersion(exchange);
    Uploads.Upload upload = uploads.find(holder(exchange), id(exchange));
    exchange.with("Upload-Length", Long.toString(upload.size()));
    if (upload.metadata() != null) {
      exchange.with("Upload-Metadata", upload.metadata());
    }
    told(exchange, upload).empty(200);
  }

  void append(Exchange exchange) {
    TusHeaders.requireVersion(exchange);
    if (!exchange.hasBodyOf(TusHeaders.CONTENT_TYPE)) {
      throw Refusal.of(
          415, "unsupported_media_type", "The body must be " + TusHeaders.CONTENT_TYPE + ".");
    }
    long offset = TusHeaders.number(exchange, "Upload-Offset");
    told(exchange, add(exchange, id(exchange), offset)).empty(204);
  }

  private Uploads.Upload add(Exchange exchange, FileId id, long offset) {
    enter(exchange);
    try (InputStream in = exchange.bytes()) {
      return uploads.append(holder(exchange), id, offset, in, TusHeaders.digest(exchange));
    } catch (IOException brokenOff) {
      throw new UncheckedIOException(brokenOff);
    } catch (NumberFormatException noSize) {
      throw exchange.brokenPieces();
    } finally {
      leave(exchange);
    }
  }

  private void enter(Exchange exchange) {
    if (!exchange.isFromAgent() && !visitors.tryAcquire()) {
      throw Refusal.of(503, "overloaded", "The relay is busy; come back in a moment.");
    }
  }

  private void leave(Exchange exchange) {
    if (!exchange.isFromAgent()) {
      visitors.release();
    }
  }

  private static Exchange told(Exchange exchange, Uploads.Upload upload) {
    return exchange.with("Upload-Offset", Long.toString(upload.offset()));
  }

  void cancel(Exchange exchange) {
    TusHeaders.requireVersion(exchange);
    uploads.cancel(holder(exchange), id(exchange));
    exchange.empty();
  }

  void fetch(Exchange exchange) {
    Stored stored = uploads.open(holder(exchange), id(exchange));
    Attachment file = stored.file();
    boolean safe = FileRules.isSafeImage(file.type());
    String tag = '"' + file.sha256() + '"';
    exchange
        .with("ETag", tag)
        .with("Accept-Ranges", "bytes")
        .with("Content-Security-Policy", "default-src 'none'; sandbox")
        .with("Content-Disposition", disposition(safe ? "inline" : "attachment", file.name()));
    if (exchange.header("If-None-Match").filter(tag::equals).isPresent()) {
      exchange.notModified();
      return;
    }
    ByteRange range = ByteRange.of(exchange, file.size(), tag);
    if (range.isPart()) {
      exchange.with("Content-Range", range.header());
    }
    enter(exchange);
    try (InputStream in = stored.from(range.from());
        OutputStream out =
            exchange.download(range.isPart() ? 206 : 200, file.type(), range.length())) {
      copy(in, out, range.length());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } finally {
      leave(exchange);
    }
  }

  private static void copy(InputStream in, OutputStream out, long length) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (long left = length; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("the file ended early");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  /** RFC 6266: a plain name for old programs, the real one in UTF-8. */
  private static String disposition(String kind, String name) {
    String plain = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return kind + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }

  private static Holder holder(Exchange exchange) {
    return exchange.isFromAgent()
        ? new Holder.Agent(exchange.caller())
        : new Holder.Customer(new DialogId(exchange.visitor().dialog()));
  }

  private static FileId id(Exchange exchange) {
    String id = exchange.path("id");
    if (!Ids.isUuid(id)) {
      throw Refusal.notFound("file");
    }
    return new FileId(id);
  }
}
