package app.recado.relay.http;

import app.recado.relay.channel.Channels;
import app.recado.relay.connector.webchat.WebchatFiles;
import app.recado.relay.refusal.Refusal;

/** The customer's chat: the script that any site may embed, and a page of its own. */
final class WebchatResource {
  private final Channels channels;
  private final Asset widget;
  private final Asset page;

  WebchatResource(Channels channels, WebchatFiles files) {
    this.channels = channels;
    this.widget = new Asset("text/javascript; charset=utf-8", files.widget());
    this.page = new Asset("text/html; charset=utf-8", files.page());
  }

  void widget(Exchange exchange) {
    exchange.with("Access-Control-Allow-Origin", "*");
    exchange.with("Cross-Origin-Resource-Policy", "cross-origin");
    widget.send(exchange);
  }

  void page(Exchange exchange) {
    if (channels.byKey(exchange.path("channelKey")).isEmpty()) {
      throw Refusal.notFound("channel");
    }
    exchange.with("Content-Security-Policy", WebchatFiles.PAGE_POLICY);
    exchange.with("Referrer-Policy", "no-referrer");
    exchange.with("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    page.send(exchange);
  }
}
