package app.recado.bench;

import app.recado.protocol.Basis;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Ids;
import app.recado.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  /** Fills a fresh relay with dialogs that the agent has accepted. */
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
    }
    for (DialogRow dialog : relay.dialogs(agent)) {
      templates.add(template(dialog, agent, prose.sentence()));
    }
  }

  @Override
  public byte[] get() {
    Template template = templates.get(next.getAndIncrement() % templates.size());
    return Wire.post("/v1/commands", token, template.head + nextId() + template.tail);
  }

  /** What an applied command's answer looks like. */
  static byte[] applied(String id) {
    return ("{\"results\":[{\"id\":\""
            + id
            + "\",\"outcome\":\"applied\",\"seq\":123456,\"reason\":null,\"field\":null,"
            + "\"now\":null}]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private String nextId() {
    return ids.next();
  }

  private String accept(DialogId dialog) {
    return "{\"commands\":[{\"id\":\""
        + ids.next()
        + "\",\"type\":\"dialog.accept\",\"dialog\":\""
        + dialog.value()
        + "\",\"args\":{},\"madeAt\":\"2026-11-20T17:00:00.000Z\"}]}";
  }

  private static Template template(DialogRow dialog, RelayRig.Agent agent, String text) {
    Basis basis =
        new Basis(
            dialog.session().id(),
            agent.row().id(),
            dialog.session().channel(),
            dialog.lastMessage() == null ? null : dialog.lastMessage().id());
    return new Template(
        "{\"commands\":[{\"id\":\"",
        "\",\"type\":\"message.send\",\"dialog\":\""
            + dialog.id().value()
            + "\",\"basis\":"
            + Json.write(basis)
            + ",\"after\":[],\"args\":{\"text\":"
            + Json.write(text)
            + ",\"whisper\":false,\"quote\":null,\"files\":[]},"
            + "\"madeAt\":\"2026-11-20T17:00:00.000Z\"}]}");
  }

  private record Template(String head, String tail) {}
}
