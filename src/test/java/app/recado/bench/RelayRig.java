package app.recado.bench;

import app.recado.protocol.Change;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.DeviceId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.Ids;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.SignIn;
import app.recado.protocol.SyncPage;
import app.recado.protocol.UserRow;
import app.recado.relay.RelayNode;
import app.recado.relay.RelayOptions;
import app.recado.relay.account.Caller;
import app.recado.relay.admin.RunningRelay;
import app.recado.relay.connector.webchat.Visits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A relay as it ships, serving over HTTP in this process. */
final class RelayRig implements AutoCloseable {
  private static final String PASSWORD = "correct horse battery staple";

  private final RelayNode node;
  private final RunningRelay running;
  private final Ids ids = new Ids(InstantSource.system(), new SecureRandom());

  RelayRig(Path data, @Nullable String database) throws Exception {
    node =
        RelayNode.open(
            new RelayOptions(Files.createDirectories(data), database),
            InstantSource.system(),
            new SecureRandom(),
            Executors.defaultThreadFactory());
    node.serve();
    running = RunningRelay.start(node, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  RelayNode node() {
    return node;
  }

  int port() {
    return URI.create(running.address()).getPort();
  }

  Ids ids() {
    return ids;
  }

  Agent hire(String name) {
    String email = name + "@example.com";
    UserRow row = node.accounts().add(email, name, Role.AGENT, PASSWORD);
    return new Agent(row, email, signIn(email));
  }

  /** One more device of a person, with a token of its own. */
  String signIn(String email) {
    return node.accounts()
        .signIn(
            new SignIn.Request(
                email, PASSWORD, new SignIn.Device(new DeviceId(ids.next()), "bench")),
            "127.0.0.1")
        .token();
  }

  /** A channel where whoever is first answers, so that nothing is offered by time. */
  ChannelRow channel(List<Agent> agents) {
    return node.channels()
        .add("Site", QueueMode.ALL, agents.stream().map(agent -> agent.email).toList());
  }

  /** A customer who has written so many messages. */
  DialogId customer(ChannelRow channel, Prose prose, int messages) {
    Visits.Visitor visitor = visitor(channel);
    for (int i = 0; i < messages; i++) {
      post(visitor, prose.sentence());
    }
    return new DialogId(visitor.dialog());
  }

  Visits.Visitor visitor(ChannelRow channel) {
    Visits.Opened opened = node.visits().open(channel.key(), null, null, "Maria " + ids.next());
    return node.visits().authenticate(opened.token());
  }

  void post(Visits.Visitor visitor, String text) {
    node.visits().post(visitor, ids.next(), text);
  }

  /** Everything an agent sees, and the cursor after each page. */
  List<SyncPage> pages(Agent agent, int limit) {
    Caller caller = node.accounts().authenticate(agent.token);
    List<SyncPage> pages = new ArrayList<>();
    String cursor = null;
    SyncPage page;
    do {
      page = node.changes().page(caller, cursor, limit);
      cursor = page.cursor();
      pages.add(page);
    } while (page.more());
    return pages;
  }

  /** The dialogs an agent sees, as they stand now. */
  List<DialogRow> dialogs(Agent agent) {
    return pages(agent, 1_000).stream()
        .flatMap(page -> page.changes().stream())
        .filter(Change.Put.class::isInstance)
        .map(change -> ((Change.Put) change).row())
        .filter(DialogRow.class::isInstance)
        .map(DialogRow.class::cast)
        .toList();
  }

  @Override
  public void close() {
    running.close();
    node.close();
  }

  record Agent(UserRow row, String email, String token) {}
}
