package app.recado.bench;

import app.recado.client.state.DialogItem;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow.LastMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * B7: from a send at one desk to the row in another desk's cache, against the round trip of a bare
 * echo that commits a reply's rows once.
 */
final class SendToSeenBench implements Bench {
  private static final int SENDS = 150;

  /** Until what runs on the way is compiled. */
  private static final int BEFORE = 4_000;

  @Override
  public List<Figure> measure(Path folder) throws Exception {
    Path data = folder.resolve("relay");
    try (RelayRig relay = new RelayRig(data, null)) {
      RelayRig.Agent ana = relay.hire("ana");
      RelayRig.Agent bia = relay.hire("bia");
      ChannelRow channel = relay.channel(List.of(ana, bia));
      DialogId dialog = relay.customer(channel, new Prose(new Random(7)), 20);
      try (BenchDesk sender = desk(folder, "ana", relay, ana);
          BenchDesk reader = desk(folder, "bia", relay, bia)) {
        LinkedBlockingQueue<LastMessage> seen = new LinkedBlockingQueue<>();
        reader.onFx(() -> reader.desk().inbox().item(dialog).subscribe(item -> offer(seen, item)));
        sender.onFx(() -> {
          sender.desk().accept(dialog);
          return true;
        });
        // It shows as well that the accept went through.
        send(sender, dialog, "Mensagem 00", seen);
        sender.awaitSettled();
        try (RawRelay raw = new RawRelay(data, folder.resolve("raw.db"));
            Echo echo = Echo.answering(raw::answer);
            Wire wire = new Wire(echo.port())) {
          Once product =
              number -> {
                sender.awaitSettled();
                long began = System.nanoTime();
                send(sender, dialog, "Mensagem " + number, seen);
                return (System.nanoTime() - began) / 1e3;
              };
          Once bare = number -> echo(wire, dialog, relay.ids().next());
          for (int i = 0; i < BEFORE; i++) {
            product.measure(i);
            bare.measure(i);
          }
          Ratios ratios =
              Ratios.alternate(
                  Effort.WARM_UP, Effort.PAIRS, () -> median(product), () -> median(bare));
          raw.checkSame(data);
          return List.of(
              Figure.lower(
                  "B7",
                  "send at one desk to row at another, against a bare round trip with one commit of"
                      + " the same rows",
                  ratios,
                  3,
                  2,
                  ratios.absolute(1e-3, "ms")));
        }
      }
    }
  }

  private static void offer(LinkedBlockingQueue<LastMessage> seen, @Nullable DialogItem item) {
    if (item != null && item.dialog().lastMessage() != null) {
      seen.add(item.dialog().lastMessage());
    }
  }

  private static BenchDesk desk(Path folder, String name, RelayRig relay, RelayRig.Agent agent)
      throws Exception {
    Path profile = Files.createDirectories(folder.resolve(name));
    BenchDesk desk = new BenchDesk(profile, relay.port(), agent.token(), agent.row());
    desk.awaitOnline();
    return desk;
  }

  /** One send, until it is seen. */
  private static void send(
      BenchDesk sender, DialogId dialog, String text, LinkedBlockingQueue<LastMessage> seen)
      throws Exception {
    String unique = text + " " + System.nanoTime();
    sender.onFx(() -> {
      sender.desk().send(dialog, unique, false, null);
      return true;
    });
    LastMessage last;
    do {
      last = seen.poll(30, TimeUnit.SECONDS);
      if (last == null) {
        throw new IllegalStateException("never seen: " + unique);
      }
    } while (!last.snippet().equals(unique));
  }

  private static double echo(Wire wire, DialogId dialog, String id) throws Exception {
    byte[] request =
        Wire.post(
            "/echo",
            "token",
            "{\"commands\":[{\"id\":\""
                + id
                + "\",\"type\":\"message.send\",\"dialog\":\""
                + dialog.value()
                + "\",\"args\":{\"text\":\"Mensagem\"}}]}");
    long began = System.nanoTime();
    String answer = new String(wire.exchange(request), StandardCharsets.UTF_8);
    if (!answer.contains("applied")) {
      throw new IllegalStateException(answer);
    }
    return (System.nanoTime() - began) / 1e3;
  }

  private static double median(Once once) throws Exception {
    double[] times = new double[SENDS];
    for (int i = 0; i < times.length; i++) {
      times[i] = once.measure(i);
    }
    return Ratios.median(times);
  }

  private interface Once {
    double measure(int number) throws Exception;
  }
}
