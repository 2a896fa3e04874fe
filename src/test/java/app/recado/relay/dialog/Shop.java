package app.recado.relay.dialog;

import app.recado.Folders;
import app.recado.protocol.Basis;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.FileId;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.protocol.OutcomeKind;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.SessionStatus;
import app.recado.relay.RelayWorld;
import app.recado.relay.account.Caller;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.file.Holder;
import app.recado.relay.file.Uploads;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Dialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** A channel with two agents, somebody who leads, and an agent of another channel. */
final class Shop implements AutoCloseable {

  final RelayWorld world;
  final Caller ana;
  final Caller bruno;
  final Caller sara;
  final Caller otto;
  private int number;
  ChannelRow channel;
  final ChannelRow other;
  Visits.Visitor visitor;
  DialogId dialog;

  Shop(Dialect dialect) {
    world = new RelayWorld(dialect, Folders.temporary("recado-shop"));
    ana = world.agent("ana");
    bruno = world.agent("bruno");
    sara = world.person("sara", Role.SUPERVISOR);
    otto = world.agent("otto");
    other = world.channel("Other", QueueMode.ALL, "otto");
    channel = other;
    fresh();
  }

  /** A new channel with a dialog in which the customer has written. */
  DialogId fresh() {
    return fresh(QueueMode.ALL);
  }

  DialogId fresh(QueueMode mode) {
    channel = world.channel("Shop " + ++number, mode, "ana", "bruno");
    visitor = world.visitor(channel);
    dialog = world.write(visitor, "Hello?");
    return dialog;
  }

  /** The customer writes once more. */
  void customer(String text) {
    world.write(visitor, text);
  }

  Basis seenBy(Caller caller) {
    return world.basis(caller, dialog);
  }

  Outcome does(Caller caller, Basis basis, Intent intent) {
    return world.apply(caller, dialog, basis, intent);
  }

  /** With no basis, and it must be applied. */
  void must(Caller caller, Intent intent) {
    Assertions.assertThat(world.apply(caller, dialog, intent))
        .extracting(Outcome::outcome, Outcome::reason)
        .containsExactly(OutcomeKind.APPLIED, null);
  }

  Outcome tries(Caller caller, Intent intent) {
    return world.apply(caller, dialog, intent);
  }

  /** A finished upload of somebody; its id. */
  String upload(Caller caller, String text) {
    FileId id = new FileId(world.ids.next());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Holder holder = new Holder.Agent(caller);
    Uploads uploads = world.relay.uploads();
    uploads.begin(holder, new Uploads.Announced(id, "a.txt", "", bytes.length, null));
    uploads.append(holder, id, 0, new ByteArrayInputStream(bytes), null);
    return id.value();
  }

  /** What whoever asks is given under an id; empty for what is not there for them. */
  Optional<String> fetched(Holder holder, String file) {
    try (InputStream in = world.relay.uploads().open(holder, new FileId(file)).from(0)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (Refusal notThere) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<String> fetched(Caller caller, String file) {
    return fetched(new Holder.Agent(caller), file);
  }

  Optional<String> customerFetches(String file) {
    return fetched(new Holder.Customer(dialog), file);
  }

  DialogRow.Session session() {
    return world.dialog(sara, dialog).session();
  }

  SessionStatus status() {
    return session().status();
  }

  List<String> events() {
    return world.timeline(sara, dialog).stream()
        .filter(message -> message.event() != null)
        .map(message -> message.event() == null ? "" : message.event().type())
        .toList();
  }

  static String held(HeldReason reason) {
    return "held " + reason.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** In words: {@code applied}, {@code held taken}, {@code rejected too_long text}. */
  static String said(Outcome outcome) {
    String text = outcome.outcome().name().toLowerCase(java.util.Locale.ROOT);
    if (outcome.reason() != null) {
      text += " " + outcome.reason();
    }
    return outcome.field() == null ? text : text + " " + outcome.field();
  }

  @Override
  public void close() {
    world.close();
  }
}
