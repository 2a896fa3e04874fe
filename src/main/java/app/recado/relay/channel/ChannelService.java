package app.recado.relay.channel;

import app.recado.protocol.AgentShown;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.ConnectorId;
import app.recado.protocol.Ids;
import app.recado.protocol.QueueMode;
import app.recado.protocol.UserId;
import app.recado.relay.account.AuditTrail;
import app.recado.relay.account.Directory;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Database;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import app.recado.relay.store.Writer;
import java.text.Normalizer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The channels, in the database. */
public final class ChannelService implements Channels {

  /** Told within the transaction, so that what waits can be routed by the new settings. */
  public interface Listener {
    void channelChanged(Write write, Channel before, Channel after);
  }

  private static final int LONGEST_KEY = 40;

  private final Database database;
  private final Writer writer;
  private final Ids ids;
  private final AuditTrail audit;
  private final Directory people;
  private final ChannelTable channels = new ChannelTable();
  private final Listener listener;

  public ChannelService(
      Database database,
      Writer writer,
      Ids ids,
      Directory people,
      AuditTrail audit,
      Listener listener) {
    this.database = database;
    this.writer = writer;
    this.ids = ids;
    this.people = people;
    this.audit = audit;
    this.listener = listener;
  }

  @Override
  public ChannelRow add(String name, QueueMode mode, List<String> agentEmails) {
    SettingsCheck.name(name);
    return writer.write(write -> {
      Channel channel =
          new Channel(
              new ChannelId(ids.next()),
              freeKey(write.tx(), name),
              fresh(name.strip(), mode),
              agents(write.tx(), agentEmails),
              List.of(
                  new ChannelRow.Connector(
                      new ConnectorId(ids.next()), "website", name.strip(), true, null, null)));
      ChannelTable.insert(write, channel);
      channel.agents().forEach(agent -> adjust(write, agent));
      audit.record(write, null, "channel_added", channel.id().value(), name.strip());
      return channel.row();
    });
  }

  private static ChannelSettings fresh(String name, QueueMode mode) {
    return new ChannelSettings(
        name,
        true,
        mode,
        List.of(),
        Duration.ofMinutes(3),
        null,
        true,
        false,
        ZoneOffset.UTC,
        Map.of(),
        null,
        null,
        null,
        Duration.ofMinutes(5),
        null,
        false,
        Duration.ofHours(24),
        null,
        AgentShown.NAME,
        Duration.ofMinutes(5),
        Duration.ofMinutes(10));
  }

  @Override
  public ChannelRow update(String key, ChannelSettings settings) {
    SettingsCheck.check(settings);
    return writer.write(write -> {
      Channel before =
          channels.byKey(write.tx(), key).orElseThrow(() -> Refusal.notFound("channel"));
      Channel after =
          new Channel(
              before.id(),
              before.key(),
              withoutAgents(settings),
              agents(write.tx(), settings.agents()),
              before.connectors());
      ChannelTable.update(write, after);
      Set<String> touched = new TreeSet<>();
      before.agents().forEach(agent -> touched.add(agent.value()));
      after.agents().forEach(agent -> touched.add(agent.value()));
      touched.forEach(agent -> adjust(write, new UserId(agent)));
      listener.channelChanged(write, before, after);
      audit.record(write, null, "channel_updated", after.id().value(), key);
      return after.row();
    });
  }

  private static ChannelSettings withoutAgents(ChannelSettings s) {
    return new ChannelSettings(
        s.name().strip(),
        s.active(),
        s.mode(),
        List.of(),
        s.nextAfter(),
        s.cap(),
        s.checkAvailability(),
        s.returnWhenAway(),
        s.zone(),
        s.hours(),
        s.welcomeText(),
        s.offHoursText(),
        s.noAnswerText(),
        s.noAnswerAfter(),
        s.closeText(),
        s.askRating(),
        s.ratingWait(),
        s.autoClose(),
        s.agentShown(),
        s.firstReplyTarget(),
        s.nextReplyTarget());
  }

  private void adjust(Write write, UserId agent) {
    people.find(write.tx(), agent).ifPresent(person -> people.adjustScopes(write, person));
  }

  private List<UserId> agents(Tx tx, List<String> emails) {
    Set<UserId> agents = new LinkedHashSet<>();
    for (String email : emails) {
      agents.add(
          people
              .idOf(tx, email)
              .orElseThrow(
                  () -> Refusal.invalid("agents", "Nobody has the address " + email + ".")));
    }
    return new ArrayList<>(agents);
  }

  /** The name in plain letters, digits and hyphens, with a number behind it if that is taken. */
  private String freeKey(Tx tx, String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String stem = plain.isEmpty() ? "channel" : plain;
    stem = stem.substring(0, Math.min(stem.length(), LONGEST_KEY));
    String key = stem;
    for (int number = 2; channels.byKey(tx, key).isPresent(); number++) {
      key = stem + "-" + number;
    }
    return key;
  }

  @Override
  public ChannelSettings settings(String key) {
    return database.read(tx -> {
      Channel channel = channels.byKey(tx, key).orElseThrow(() -> Refusal.notFound("channel"));
      List<String> emails =
          channel.agents().stream().map(agent -> people.get(tx, agent).email()).toList();
      ChannelSettings settings = channel.settings();
      return SettingsJson.read(
          SettingsJson.write(settings), settings.name(), settings.active(), emails);
    });
  }

  @Override
  public List<ChannelRow> all() {
    return database.read(tx -> channels.all(tx).stream().map(Channel::row).toList());
  }

  @Override
  public Optional<ChannelRow> byKey(String key) {
    return database.read(tx -> channels.byKey(tx, key).map(Channel::row));
  }
}
