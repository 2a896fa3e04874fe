package app.recado.bench;

import app.recado.client.state.DialogItem;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.DialogId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * B7: from a send at one desk to the row in another desk's cache, against the round trip of a bare
 * echo that commits once.
 */
final class SendToSeenBench implements Bench {
  private static final int SENDS = 150;

  /** Until what runs on the way is compiled. */
  private static final int BEFORE = 4_000;

  @Override
  public List<Figure> measure(Path folder) throws Exception {
    try (RelayRig relay = new RelayRig(folder.resolve("relay"), null);
        GroupCommit commits =
            new GroupCommit(
                RelayCommandBench.full()
                    .createConnection("jdbc:sqlite:" + folder.resolve("raw.db")));
        Echo echo = Echo.answering(body -> RelayCommandBench.stored(commits, body))) {
      RelayRig.Agent ana = relay.hire("ana");
      RelayRig.Agent bia = relay.hire("bia");
      ChannelRow channel = relay.channel(List.of(ana, bia));
      DialogId dialog = relay.customer(channel, new Prose(new Random(7)), 20);
      try (BenchDesk sender = desk(folder, "ana", relay, ana);
          BenchDesk reader = desk(folder, "bia", relay, bia);
          Wire wire = new Wire(echo.port())) {
        LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();
        reader.onFx(() ->
            reader
                .desk()
                .inbox()
                .item(dialog)
                .subscribe(item -> seen.offer(item == null ? "" : snippet(item))));
        sender.onFx(() -> {
          sender.desk().accept(dialog);
          return true;
        });
        // The first send shows that the accept went through.
        for (int i = 0; i < BEFORE; i++) {
          send(sender, dialog, "Bom dia!", seen);
          echo(wire, dialog, i);
        }
        Ratios ratios =
            Ratios.alternate(
                Effort.WARM_UP,
                Effort.PAIRS,
                () -> median(i -> send(sender, dialog, "Mensagem " + i, seen)),
                () -> median(i -> echo(wire, dialog, i)));
        return List.of(
            Figure.lower(
                "B7",
                "send at one desk to row at another, against a bare round trip with one commit",
                ratios,
                3,
                2,
                ratios.absolute(1e-3, "ms")));
      }
    }
  }

  private static String snippet(DialogItem item) {
    return item.dialog().lastMessage() == null ? "" : item.dialog().lastMessage().snippet();
  }

  private static BenchDesk desk(Path folder, String name, RelayRig relay, RelayRig.Agent agent)
      throws Exception {
    Path profile = Files.createDirectories(folder.resolve(name));
    BenchDesk desk = new BenchDesk(profile, relay.port(), agent.token(), agent.row());
    desk.awaitOnline();
    return desk;
  }

  /** One send, when the one before is over for the sender too. */
  private static double send(
      BenchDesk sender, DialogId dialog, String text, LinkedBlockingQueue<String> seen)
      throws Exception {
    sender.awaitSettled();
    String unique = text + " " + System.nanoTime();
    long began = System.nanoTime();
    sender.onFx(() -> {
      sender.desk().send(dialog, unique, false, null);
      return true;
    });
    String last;
    do {
      last = seen.poll(30, TimeUnit.SECONDS);
      if (last == null) {
        throw new IllegalStateException("never seen: " + unique);
      }
    } while (!last.equals(unique));
    return (System.nanoTime() - began) / 1e3;
  }

  private static double echo(Wire wire, DialogId dialog, int number) throws Exception {
    byte[] request =
        Wire.post(
            "/echo",
            "token",
            "{\"commands\":[{\"id\":\"c"
                + number
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
