package app.recado.relay.connector.webchat;

import app.recado.protocol.FileRules;
import app.recado.protocol.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The website chat as it is sent to browsers. The script is one file that carries its style, so
 * that a page never shows one without the other; it is put together from readable parts, each in
 * the script's own scope.
 *
 * <p>The script talks to the relay across origins with a Bearer token and no cookies: the visits'
 * routes and the script answer with {@code Access-Control-Allow-Origin: *}.
 */
public final class WebchatFiles {
  /**
   * The Content-Security-Policy of the chat page: no inline script or style, no markup from text,
   * nothing from elsewhere. Any site may frame it.
   */
  public static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none';"
          + " form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

  private static final List<String> PARTS =
      List.of(
          "texts",
          "store",
          "bytes",
          "ids",
          "relay",
          "uploads",
          "conversation",
          "view",
          "attach",
          "start");

  private final byte[] widget;
  private final byte[] page;

  private WebchatFiles(byte[] widget, byte[] page) {
    this.widget = widget;
    this.page = page;
  }

  public static WebchatFiles load() {
    StringBuilder script = new StringBuilder("(() => {\n\"use strict\";\n");
    script.append("const STYLE = ").append(Json.write(read("style.css"))).append(";\n");
    script.append("const RULES = ").append(Json.write(rules())).append(";\n");
    for (String part : PARTS) {
      script.append(read(part + ".js"));
    }
    script.append("})();\n");
    return new WebchatFiles(
        script.toString().getBytes(StandardCharsets.UTF_8),
        read("chat.html").getBytes(StandardCharsets.UTF_8));
  }

  /** What the relay would refuse is refused before a byte is sent. */
  private static Map<String, Object> rules() {
    return Map.of(
        "largest",
        FileRules.LARGEST,
        "most",
        FileRules.MOST_PER_MESSAGE,
        "programs",
        FileRules.programs().stream().sorted().toList());
  }

  /** {@code GET /widget.js}, {@code text/javascript; charset=utf-8}. */
  public byte[] widget() {
    return widget.clone();
  }

  /** {@code GET /chat/{channelKey}}, the same for every channel, {@code text/html}. */
  public byte[] page() {
    return page.clone();
  }

  private static String read(String name) {
    try (InputStream in =
        WebchatFiles.class.getResourceAsStream("/app/recado/relay/webchat/" + name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
