package app.recado.simulation;

import app.recado.client.state.DialogItem;
import app.recado.client.state.HeldItem;
import app.recado.client.sync.Desk;
import app.recado.protocol.UserRow;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The checks after a run, when the network has healed and nothing waits any more. Each compares
 * what the {@link Witness} remembers with what lies in the relay's and the desks' files.
 */
final class Reckoning {
  private static final int FIRST_CONTACT = 50;

  private final VirtualTime time;
  private final RelayBooks relay;
  private final Witness witness;
  private final List<DeskHost> desks;
  private final Map<String, List<JsonObject>> timelines;
  private final Map<String, JsonObject> messages = new LinkedHashMap<>();
  private final Map<Ask, List<Sent>> sends = new HashMap<>();

  Reckoning(VirtualTime time, RelayBooks relay, Witness witness, List<DeskHost> desks) {
    this.time = time;
    this.relay = relay;
    this.witness = witness;
    this.desks = desks;
    this.timelines = relay.timelines();
    timelines
        .values()
        .forEach(timeline -> timeline.forEach(m -> messages.put(m.get("id").getAsString(), m)));
    for (Sent command : witness.sent()) {
      if (command.type().equals("message.send")) {
        new HashSet<>(witness.asksIn(command.text()))
            .forEach(ask -> sends.computeIfAbsent(ask, unused -> new ArrayList<>()).add(command));
      }
    }
  }

  void check() {
    timelines.forEach(this::timeline);
    commands();
    asks();
    order();
    posts();
    sessions();
    Map<String, Integer> acts = new TreeMap<>();
    timelines.forEach((dialog, lines) -> new Story(dialog, lines, relay).check(acts));
    new WorkspaceStory(relay).check(witness.sent(), acts);
    audit(acts);
    deliveries();
    renames();
    witness.files().check(relay, messages, witness.sent());
    new CannedStory(relay).check(witness.sent());
    new MacroStory(relay).check(witness.sent());
    new MarkBooks(relay, witness.sent()).check();
    new AttentionBooks(relay, witness.sent()).check();
    new MentionBooks(relay, witness.sent()).check();
    new MoveBooks(relay, messages, witness.sent()).check();
    new ScheduleStory(relay, timelines, time.instant()).check(witness.sent());
    desks.forEach(this::desk);
    desks.forEach(this::kept);
    desks.forEach(host -> witness.batches().check(host.name(), host.desk(), witness.sent()));
  }

  /** What was to be kept is; or held or rejected, where the agent sees it. */
  private void kept(DeskHost host) {
    for (Kept one : witness.kept(host.name())) {
      boolean known =
          one.withdrawn
              || one.lost
              || witness.isApplied(one)
              || attention(host).stream().anyMatch(item -> item.dialogTitle().contains(one.word));
      if (!known) {
        throw new Violation(5, one + " has vanished");
      }
    }
  }

  /** Positions without gaps, times that ascend with them and are the relay's own. */
  private void timeline(String dialog, List<JsonObject> timeline) {
    Instant before = VirtualTime.START.minus(Duration.ofDays(1));
    for (int i = 0; i < timeline.size(); i++) {
      JsonObject message = timeline.get(i);
      if (message.get("position").getAsLong() != i + 1) {
        throw new Violation(4, dialog + " has no message " + (i + 1) + " but " + message);
      }
      Instant at = Instant.parse(message.get("createdAt").getAsString());
      if (at.isBefore(before) || at.isAfter(time.instant())) {
        throw new Violation(14, "a time that is not the relay's: " + message);
      }
      before = at;
    }
  }

  /** What the relay said of a command is so: its message is there once, or not at all. */
  private void commands() {
    for (Sent command : witness.sent()) {
      boolean stored = messages.containsKey(command.id());
      boolean send = command.type().equals("message.send");
      if (send && command.is("applied") && !stored) {
        throw new Violation(2, "acknowledged and not there: " + command.command);
      }
      if (stored && !command.is("applied")) {
        throw new Violation(2, command.outcome + " and yet there: " + messages.get(command.id()));
      }
    }
    Set<String> known = new HashSet<>();
    witness.sent().forEach(command -> known.add(command.id()));
    for (JsonObject message : messages.values()) {
      boolean agent =
          message.getAsJsonObject("author").get("kind").getAsString().equals("agent")
              && (message.get("event").isJsonNull());
      for (Ask ask : agent ? witness.asksIn(message.get("text").getAsString()) : List.<Ask>of()) {
        if (!known.contains(message.get("id").getAsString())) {
          throw new Violation(2, ask + " is there under an id nobody answered: " + message);
        }
      }
    }
  }

  /**
   * Each message asked for is there once; or held, rejected or withdrawn, where the agent sees it.
   */
  private void asks() {
    for (Ask ask : witness.asks()) {
      List<Sent> sends = sends(ask);
      long applied = sends.stream().filter(command -> command.is("applied")).count();
      if (applied > 1) {
        throw new Violation(2, ask + " was sent " + applied + " times");
      }
      if (applied == 1 || ask.withdrawn || ask.lost) {
        continue;
      }
      DeskHost host = host(ask.desk);
      if (!isShownAsHeld(host, ask.marker) && !host.books().keeps(ask.marker)) {
        throw new Violation(
            5, ask + " has vanished; its commands: " + sends.stream().map(s -> s.outcome).toList());
      }
    }
    for (DeskHost host : desks) {
      Set<String> shown = new HashSet<>();
      for (HeldItem item : attention(host)) {
        item.chain().forEach(id -> shown.add(id.value()));
        shown.add(item.id().value());
      }
      for (List<String> entry : host.books().outbox()) {
        if (!shown.contains(entry.get(0))) {
          throw new Violation(5, host.name() + " hides " + entry);
        }
      }
      for (Sent command : witness.sent()) {
        boolean mine = command.desk.equals(host.name());
        boolean failed = command.is("held") || command.is("rejected");
        if (mine
            && failed
            && isAct(command)
            && !shown.contains(command.id())
            && !host.hasResolved(command.id())
            && !isSentAgain(command)
            && !isWithItsMessage(host, command, shown)) {
          throw new Violation(
              5, host.name() + " never showed " + command.outcome + " of " + command.body());
        }
      }
    }
  }

  /** Too late for its files, which the desk still had: it went once more under another id. */
  private boolean isSentAgain(Sent late) {
    return late.reason().equals("not_found")
        && witness.sent().stream()
            .anyMatch(other ->
                other.order > late.order
                    && other.desk.equals(late.desk)
                    && other.body().equals(late.body()));
  }

  /**
   * A change of a message that was refused itself is in the text that is held, which a deleted one
   * is not; and one that was called back before it was scheduled is as it was to be.
   */
  private boolean isWithItsMessage(DeskHost host, Sent command, Set<String> shown) {
    return switch (command.type()) {
      case "message.edit" ->
          isRefused(command.message())
              && (host.hasResolved(command.message()) || isShownAsHeld(host, command.text()));
      case "message.delete" -> isRefused(command.message()) && !shown.contains(command.message());
      case "message.schedule" ->
          witness.sent().stream()
              .anyMatch(back ->
                  back.type().equals("message.unschedule")
                      && back.desk.equals(command.desk)
                      && back.message().equals(command.id())
                      && back.reason().equals("not_found"));
      default -> false;
    };
  }

  private boolean isRefused(String id) {
    return witness.sent().stream()
        .anyMatch(sent -> sent.id().equals(id) && (sent.is("held") || sent.is("rejected")));
  }

  /** Commands whose failing an agent has to know of. */
  private static boolean isAct(Sent command) {
    // Another device had called it back or deleted it already.
    boolean gone =
        switch (command.type()) {
          case "message.unschedule", "canned.delete", "macro.delete" -> true;
          default -> false;
        };
    if (gone && command.reason().equals("not_found")) {
      return false;
    }
    // It was to go at once and had gone: a note says so.
    if (command.type().equals("message.reschedule")
        && command.reason().equals("too_late")
        && !time(command, "args", "sendAt").isAfter(time(command, "madeAt"))) {
      return false;
    }
    // Who changes the workspace is answered there.
    return switch (command.type()) {
      case "draft.save", "dialog.markRead", "user.setAvailability", "device.setIdle" -> false;
      default -> !WorkspaceStory.isOfWorkspace(command.type());
    };
  }

  private static Instant time(Sent command, String... path) {
    JsonObject in = command.command;
    for (int i = 0; i < path.length - 1; i++) {
      in = in.getAsJsonObject(path[i]);
    }
    return Instant.parse(in.get(path[path.length - 1]).getAsString());
  }

  private static boolean isShownAsHeld(DeskHost host, String words) {
    return attention(host).stream()
        .anyMatch(item -> item.texts().stream().anyMatch(text -> text.contains(words)));
  }

  private static List<HeldItem> attention(DeskHost host) {
    Desk up = host.desk();
    return up == null ? List.of() : List.copyOf(up.needsAttention());
  }

  private List<Sent> sends(Ask ask) {
    return sends.getOrDefault(ask, List.of());
  }

  private DeskHost host(String name) {
    return desks.stream().filter(desk -> desk.name().equals(name)).findFirst().orElseThrow();
  }

  /** What one desk sent in one dialog stands in the order in which it was asked. */
  private void order() {
    Map<String, Ask> last = new HashMap<>();
    Map<String, Long> place = new HashMap<>();
    for (Ask ask : witness.asks()) {
      List<Sent> sends = sends(ask);
      if (ask.resolved
          || ask.whisper
          || sends.size() != 1
          || !sends.get(0).is("applied")
          || !FileStory.files(sends.get(0)).isEmpty()) {
        continue;
      }
      JsonObject message = messages.get(sends.get(0).id());
      String line = ask.desk + " " + ask.dialog;
      long position = message == null ? 0 : message.get("position").getAsLong();
      Long before = place.put(line, position);
      Ask earlier = last.put(line, ask);
      if (before != null && before > position) {
        throw new Violation(4, earlier + " came after " + ask);
      }
    }
    overtaking();
  }

  /**
   * A reply does not pass one that the relay had not answered yet and then held. What the agent
   * chose to do about that one opens the way for those that still kept their time.
   */
  private void overtaking() {
    for (Ask held : witness.asks()) {
      List<Sent> sends = sends(held);
      if (held.whisper
          || held.withdrawn
          || held.resolved
          || sends.isEmpty()
          || sends.get(0).is("applied")
          || !FileStory.files(sends.get(0)).isEmpty()) {
        continue;
      }
      for (Ask later : witness.asks()) {
        List<Sent> laterSends = sends(later);
        if (later.order > held.order
            && later.order < sends.get(0).answeredAt
            && !later.whisper
            && later.desk.equals(held.desk)
            && later.dialog.equals(held.dialog)
            && !laterSends.isEmpty()
            && laterSends.get(0).is("applied")) {
          throw new Violation(
              4,
              later
                  + " passed "
                  + held
                  + ": "
                  + sends.get(0).command
                  + sends.get(0).outcome
                  + " before "
                  + laterSends.get(0).command);
        }
      }
    }
  }

  /** A new title that was acknowledged is told in the dialog. */
  private void renames() {
    Set<String> told = new HashSet<>();
    for (JsonObject message : messages.values()) {
      if (!message.get("event").isJsonNull()) {
        JsonElement text = message.getAsJsonObject("event").get("text");
        told.add(text.isJsonNull() ? "" : text.getAsString());
      }
    }
    for (Sent command : witness.sent()) {
      boolean renamed = command.type().equals("dialog.rename") && command.is("applied");
      if (renamed
          && !told.contains(command.command.getAsJsonObject("args").get("title").getAsString())) {
        throw new Violation(2, "acknowledged and not there: " + command.command);
      }
    }
  }

  private void posts() {
    Map<String, Integer> stored = new HashMap<>();
    for (JsonObject message : messages.values()) {
      if (message.getAsJsonObject("author").get("kind").getAsString().equals("customer")) {
        stored.merge(message.get("text").getAsString(), 1, Integer::sum);
      }
    }
    for (Post post : witness.posts()) {
      int count = stored.getOrDefault(post.text, 0);
      if (count > 1 || (post.acknowledged && count == 0)) {
        throw new Violation(11, "\"" + post.text + "\" is stored " + count + " times");
      }
    }
  }

  private void sessions() {
    for (List<String> row :
        relay.read(
            "SELECT dialog_id, COUNT(*) FROM session WHERE ended_at IS NULL"
                + " GROUP BY dialog_id HAVING COUNT(*) > 1")) {
      throw new Violation(12, "open sessions: " + row);
    }
    for (List<String> row :
        relay.read(
            "SELECT connector_id, customer_id, COUNT(*) FROM dialog"
                + " GROUP BY connector_id, customer_id HAVING COUNT(*) > 1")) {
      throw new Violation(12, "dialogs of one customer: " + row);
    }
  }

  /** What a customer is said to have received or read is what happened, and nothing is unknown. */
  private void deliveries() {
    for (List<String> row :
        relay.read(
            "SELECT id, dialog_id, public_position FROM message WHERE public_position IS NOT NULL"
                + " AND author_kind <> 'customer' COLLATE NOCASE")) {
      JsonObject message = messages.get(row.get(0));
      long position = Long.parseLong(row.get(2));
      Witness.Marks marks = witness.marks(row.get(1));
      String delivery = message.get("delivery").getAsString();
      boolean right =
          switch (delivery) {
            case "sent" -> position > marks.confirmed;
            case "delivered" -> position <= marks.handed && position > marks.confirmed;
            case "read" -> position <= marks.told;
            default -> false;
          };
      if (!right) {
        throw new Violation(
            15,
            "given up to %d, read up to %d, and number %d is said to be %s: %s"
                .formatted(marks.handed, marks.told, position, delivery, message));
      }
    }
  }

  /** Every privileged act has left one row, and nothing else has. */
  private void audit(Map<String, Integer> acts) {
    Map<String, Integer> written = new TreeMap<>();
    for (List<String> row :
        relay.read(
            "SELECT action || coalesce(' ' || CASE action WHEN 'channel_added' THEN details"
                + " ELSE target END || ' by ' || actor, ''), COUNT(*) FROM audit"
                + " WHERE at >= ? AND action IN ('channel_added', 'channel_updated',"
                + " 'dialog_taken_over',"
                + " 'dialog_transferred', 'dialog_finished', 'dialog_marked_spam',"
                + " 'dialog_skipped', 'dialog_pinned', 'dialog_unpinned', 'dialog_moved',"
                + " 'user_updated', 'user_disabled', 'user_enabled') GROUP BY 1",
            Long.toString(VirtualTime.START.toEpochMilli()))) {
      written.put(row.get(0), Integer.parseInt(row.get(1)));
    }
    Integer channels = written.remove("channel_updated");
    if (!witness.mayHaveAdministered(channels == null ? 0 : channels)) {
      throw new Violation(19, "changes of channels written down: " + channels);
    }
    if (!written.equals(acts)) {
      throw new Violation(19, "privileged acts: " + acts + "; written down: " + written);
    }
  }

  /**
   * The cache holds what the relay would show this agent, no more and no less; so does the list.
   */
  private void desk(DeskHost host) {
    Map<String, JsonElement> due = relay.view(host.user());
    Map<String, JsonElement> held = host.books().rows();
    List<String> wrong = new ArrayList<>();
    Set<String> keys = new TreeSet<>(due.keySet());
    keys.addAll(held.keySet());
    for (String key : keys) {
      JsonElement want = due.get(key);
      JsonElement have = held.get(key);
      if (have == null && mayBeLeftOut(key, want)) {
        continue;
      }
      if (want == null) {
        wrong.add("should be gone: " + have);
      } else if (!want.equals(have)) {
        wrong.add("is " + have + " and should be " + want);
      }
    }
    if (!wrong.isEmpty()) {
      throw new Violation(9, host.name() + ", " + wrong.size() + " rows: " + wrong.get(0));
    }
    people(host, due);
    lists(host, due);
  }

  /**
   * First contact brings the latest fifty messages of a dialog. Older ones are a hole in the cache
   * until somebody looks at them.
   */
  private boolean mayBeLeftOut(String key, JsonElement want) {
    if (!key.startsWith("message ")) {
      return false;
    }
    String dialog = want.getAsJsonObject().get("dialog").getAsString();
    long position = want.getAsJsonObject().get("position").getAsLong();
    return position <= timelines.getOrDefault(dialog, List.of()).size() - FIRST_CONTACT;
  }

  private static void people(DeskHost host, Map<String, JsonElement> due) {
    for (UserRow person : host.people()) {
      JsonElement want = due.get("user " + person.id());
      if (!app.recado.protocol.Json.tree(person).equals(want)) {
        throw new Violation(9, host.name() + " shows " + person + " and should show " + want);
      }
    }
  }

  private static void lists(DeskHost host, Map<String, JsonElement> due) {
    Map<String, JsonElement> shown = new TreeMap<>();
    for (DialogItem item : host.items()) {
      shown.put("dialog " + item.id(), app.recado.protocol.Json.tree(item.dialog()));
    }
    Map<String, JsonElement> dialogs = new TreeMap<>(due);
    dialogs.keySet().removeIf(key -> !key.startsWith("dialog "));
    if (!shown.keySet().equals(dialogs.keySet())) {
      throw new Violation(
          9, host.name() + " lists " + shown.keySet() + ", not " + dialogs.keySet());
    }
  }
}
