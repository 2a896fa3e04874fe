package app.recado.relay.connector.webchat;

import app.recado.protocol.AuthorKind;
import app.recado.protocol.Basis;
import app.recado.protocol.Change;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Command;
import app.recado.protocol.CommandId;
import app.recado.protocol.Delivery;
import app.recado.protocol.DeviceId;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.FileId;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.MessagePage;
import app.recado.protocol.MessageRow;
import app.recado.protocol.OutcomeKind;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.Row;
import app.recado.protocol.SignIn;
import app.recado.relay.RelayNode;
import app.recado.relay.RelayOptions;
import app.recado.relay.Settings;
import app.recado.relay.account.Caller;
import app.recado.relay.admin.RunningRelay;
import app.recado.relay.file.Holder;
import app.recado.relay.file.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A real relay on a free port, with one channel and one agent who answers without a desk. */
final class Shop implements AutoCloseable {
  private static final String EMAIL = "bruno@casajatoba.example";
  private static final String PASSWORD = "correct horse battery";

  private final Ids ids = new Ids(InstantSource.system(), new Random());
  private final RelayNode relay;
  private final RunningRelay running;
  private final ChannelRow channel;
  private final Caller agent;

  Shop(Path data) {
    relay =
        RelayNode.open(
            new RelayOptions(data, null),
            InstantSource.system(),
            new SecureRandom(),
            Thread.ofPlatform().daemon().factory());
    relay.serve();
    running = RunningRelay.start(relay, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    relay.accounts().add(EMAIL, "Bruno Lima", Role.AGENT, PASSWORD);
    channel = relay.channels().add("Loja Centro", QueueMode.ALL, List.of(EMAIL));
    SignIn.Device device = new SignIn.Device(new DeviceId(ids.next()), "test");
    String token =
        relay.accounts().signIn(new SignIn.Request(EMAIL, PASSWORD, device), "127.0.0.1").token();
    agent = relay.accounts().authenticate(token);
  }

  String address() {
    return running.address();
  }

  String page() {
    return address() + "/chat/" + channel.key();
  }

  String channelKey() {
    return channel.key();
  }

  void askForRatings() {
    Settings settings = new Settings(relay.channels().settings(channel.key()));
    settings.askRating = true;
    relay.channels().update(channel.key(), settings.build());
  }

  /** The only dialog there is. */
  DialogRow dialog() {
    List<DialogRow> dialogs =
        rows().stream().filter(DialogRow.class::isInstance).map(DialogRow.class::cast).toList();
    if (dialogs.size() != 1) {
      throw new AssertionError("one dialog expected, not " + dialogs);
    }
    return dialogs.getFirst();
  }

  /** What the customer wrote, as the staff have it, oldest first. */
  List<String> received() {
    return messages().stream()
        .filter(message -> message.author().kind() == AuthorKind.CUSTOMER)
        .map(MessageRow::text)
        .toList();
  }

  /** The files the customer sent, as the staff fetch them: names with their bytes as text. */
  Map<String, String> receivedFiles() {
    Map<String, String> files = new LinkedHashMap<>();
    for (MessageRow message : messages()) {
      if (message.author().kind() == AuthorKind.CUSTOMER) {
        message.attachments().forEach(file -> files.put(file.name(), bytes(file.id())));
      }
    }
    return files;
  }

  /** A customer's upload that no message took in time. */
  void forgets(String file) {
    relay.uploads().cancel(new Holder.Customer(dialog().id()), new FileId(file));
    relay.uploads().tick();
  }

  private String bytes(FileId id) {
    try (InputStream in = relay.uploads().open(new Holder.Agent(agent), id).from(0)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Delivery deliveryOf(String text) {
    return messages().stream()
        .filter(message -> message.text().equals(text))
        .findFirst()
        .orElseThrow()
        .delivery();
  }

  void accept() {
    does(new Intent.AcceptDialog());
  }

  void replies(String text) {
    does(new Intent.SendMessage(text, false, null, List.of()));
  }

  /** Uploads a file and sends it in a message without text. */
  void repliesFile(String name, String bytes) {
    does(new Intent.SendMessage("", false, null, List.of(uploaded(name, bytes))));
  }

  void whispersFile(String name, String bytes) {
    does(new Intent.SendMessage("", true, null, List.of(uploaded(name, bytes))));
  }

  private String uploaded(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    FileId id = new FileId(ids.next());
    Holder holder = new Holder.Agent(agent);
    relay
        .uploads()
        .begin(holder, new Uploads.Announced(id, name, "text/plain", bytes.length, null));
    relay.uploads().append(holder, id, 0, new ByteArrayInputStream(bytes), null);
    return id.value();
  }

  void whispers(String text) {
    does(new Intent.SendMessage(text, true, null, List.of()));
  }

  void finish() {
    does(new Intent.FinishDialog());
  }

  private List<MessageRow> messages() {
    boolean any = rows().stream().anyMatch(DialogRow.class::isInstance);
    return any
        ? relay.history().messages(agent, dialog().id(), null, 200).messages().reversed().stream()
            .map(MessagePage.Sequenced::message)
            .toList()
        : List.of();
  }

  private List<Row> rows() {
    return relay.changes().page(agent, null, 1000).changes().stream()
        .filter(Change.Put.class::isInstance)
        .map(change -> ((Change.Put) change).row())
        .toList();
  }

  private void does(Intent intent) {
    DialogRow row = dialog();
    DialogId id = row.id();
    Basis basis = Basis.of(row);
    Command command =
        Command.of(
            new CommandId(ids.next()),
            id,
            basis,
            List.of(),
            intent,
            InstantSource.system().instant());
    var outcome = relay.commands().apply(agent, List.of(command)).getFirst();
    if (outcome.outcome() != OutcomeKind.APPLIED) {
      throw new AssertionError(intent + " became " + outcome);
    }
  }

  @Override
  public void close() {
    running.close();
    relay.close();
  }
}
