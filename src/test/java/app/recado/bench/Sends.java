package app.recado.bench;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Ids;
import app.recado.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Requests of one reply each, from one agent into dialogs of hers, all with a valid basis. */
final class Sends implements Supplier<byte[]> {
  private static final int DIALOGS = 200;

  private final List<Template> templates = new ArrayList<>();
  private final String token;
  private final Ids ids;
  private final AtomicInteger next = new AtomicInteger();

  /** Fills a fresh relay with dialogs that the agent has accepted and replied in. */
  Sends(RelayRig relay) throws Exception {
    RelayRig.Agent agent = relay.hire("ana");
    ChannelRow channel = relay.channel(List.of(agent));
    Prose prose = new Prose(new Random(6));
    token = agent.token();
    ids = relay.ids();
    for (int i = 0; i < DIALOGS; i++) {
      relay.customer(channel, prose, 3);
    }
    try (Wire wire = new Wire(relay.port())) {
      for (DialogRow dialog : relay.dialogs(agent)) {
        wire.exchange(Wire.post("/v1/commands", token, accept(dialog.id())));
      }
      for (DialogRow dialog : relay.dialogs(agent)) {
        templates.add(template(dialog, agent, prose.sentence()));
        String answer = new String(wire.exchange(get()), StandardCharsets.UTF_8);
        if (!answer.contains("\"applied\"")) {
          throw new IllegalStateException(answer);
        }
      }
    }
  }

  /** The next one, to be sent: the reply after it in that dialog will have seen it. */
  @Override
  public byte[] get() {
    Template template = next();
    String id = ids.next();
    byte[] request = request(template, id);
    template.seen = id;
    return request;
  }

  /** As large as the next one, for somebody who keeps no dialogs. */
  byte[] elsewhere() {
    return Wire.elsewhere(request(next(), ids.next()));
  }

  private Template next() {
    return templates.get(Math.floorMod(next.getAndIncrement(), templates.size()));
  }

  private byte[] request(Template template, String id) {
    return Wire.post(
        "/v1/commands",
        token,
        template.head + id + template.middle + template.seen + template.tail);
  }

  /** What an applied command's answer looks like. */
  static byte[] applied(String id) {
    return ("{\"results\":[{\"id\":\""
            + id
            + "\",\"outcome\":\"applied\",\"seq\":123456,\"reason\":null,\"field\":null,"
            + "\"now\":null}]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private String accept(DialogId dialog) {
    return "{\"commands\":[{\"id\":\""
        + ids.next()
        + "\",\"type\":\"dialog.accept\",\"dialog\":\""
        + dialog.value()
        + "\",\"args\":{},\"madeAt\":\"2026-11-20T17:00:00.000Z\"}]}";
  }

  private static Template template(DialogRow dialog, RelayRig.Agent agent, String text) {
    return new Template(
        "{\"commands\":[{\"id\":\"",
        "\",\"type\":\"message.send\",\"dialog\":\""
            + dialog.id().value()
            + "\",\"basis\":{\"session\":\""
            + dialog.session().id().value()
            + "\",\"owner\":\""
            + agent.row().id().value()
            + "\",\"channel\":\""
            + dialog.session().channel().value()
            + "\",\"lastMessage\":\"",
        "\"},\"after\":[],\"args\":{\"text\":"
            + Json.write(text)
            + ",\"whisper\":false,\"quote\":null,\"files\":[]},"
            + "\"madeAt\":\"2026-11-20T17:00:00.000Z\"}]}",
        Objects.requireNonNull(dialog.lastMessage()).id().value());
  }

  /** A request but for its id and the last message that the agent has seen. */
  private static final class Template {
    final String head;
    final String middle;
    final String tail;
    volatile String seen;

    Template(String head, String middle, String tail, String seen) {
      this.head = head;
      this.middle = middle;
      this.tail = tail;
      this.seen = seen;
    }
  }
}
