package app.recado.relay.channel;

import app.recado.protocol.AgentShown;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.ConnectorId;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.QueueMode;
import app.recado.protocol.UserId;
import app.recado.relay.account.AuditTrail;
import app.recado.relay.account.Directory;
import app.recado.relay.account.Person;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.text.Normalizer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Changes channels: checks, stores, tells whom it concerns, and writes it down. */
public final class ChannelEditing implements ChannelEdits {

  /** Told within the transaction, so that what waits can be routed by the new settings. */
  public interface Listener {
    void channelChanged(Write write, Channel before, Channel after);
  }

  private static final int LONGEST_KEY = 40;

  private final Ids ids;
  private final Directory people;
  private final AuditTrail audit;
  private final Listener listener;
  private final ChannelTable channels = new ChannelTable();

  public ChannelEditing(Ids ids, Directory people, AuditTrail audit, Listener listener) {
    this.ids = ids;
    this.people = people;
    this.audit = audit;
    this.listener = listener;
  }

  @Override
  public void add(Write write, UserId actor, Intent.AddChannel add) {
    SettingsCheck.name(add.name());
    add(write, actor, add.name(), add.mode(), known(write.tx(), add.agents()));
  }

  /**
   * @param actor null for the administrator at the machine itself
   */
  Channel add(
      Write write, @Nullable UserId actor, String name, QueueMode mode, List<UserId> agents) {
    Channel channel =
        new Channel(
            new ChannelId(ids.next()),
            freeKey(write.tx(), name),
            fresh(name.strip(), mode),
            agents,
            List.of(
                new ChannelRow.Connector(
                    new ConnectorId(ids.next()), "website", name.strip(), true, null, null)));
    ChannelTable.insert(write, channel);
    channel.agents().forEach(agent -> adjust(write, agent));
    audit.record(write, actor, "channel_added", channel.id().value(), name.strip());
    return channel;
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
  public void save(Write write, UserId actor, Intent.SaveChannel save) {
    Channel before = known(write.tx(), save.channel());
    ChannelSettings after = Patching.apply(before.settings(), save.set());
    SettingsCheck.check(after);
    change(write, actor, before, after, before.agents());
  }

  @Override
  public void setQueue(Write write, UserId actor, Intent.SetQueue set) {
    Channel before = known(write.tx(), set.channel());
    ChannelSettings after = Patching.apply(before.settings(), set);
    SettingsCheck.check(after);
    List<UserId> agents = set.agents() == null ? before.agents() : known(write.tx(), set.agents());
    change(write, actor, before, after, agents);
  }

  private void change(
      Write write, UserId actor, Channel before, ChannelSettings settings, List<UserId> agents) {
    Channel after = new Channel(before.id(), before.key(), settings, agents, before.connectors());
    if (!after.equals(before)) {
      store(write, actor, before, after, Patching.difference(before, after));
    }
  }

  /**
   * @param actor null for the administrator at the machine itself
   */
  void store(Write write, @Nullable UserId actor, Channel before, Channel after, String details) {
    ChannelTable.update(write, before, after);
    Set<String> touched = new TreeSet<>();
    before.agents().forEach(agent -> touched.add(agent.value()));
    after.agents().forEach(agent -> touched.add(agent.value()));
    touched.forEach(agent -> adjust(write, new UserId(agent)));
    listener.channelChanged(write, before, after);
    audit.record(write, actor, "channel_updated", after.id().value(), details);
  }

  private void adjust(Write write, UserId agent) {
    people.find(write.tx(), agent).ifPresent(person -> people.adjustScopes(write, person));
  }

  private Channel known(Tx tx, ChannelId id) {
    return channels
        .find(tx, id)
        .orElseThrow(() -> Refusal.notFound("channel").with("field", "channel"));
  }

  /** Each once, in the order given; somebody disabled cannot be in a queue. */
  private List<UserId> known(Tx tx, List<UserId> agents) {
    for (UserId agent : agents) {
      if (people.find(tx, agent).filter(Person::active).isEmpty()) {
        throw Refusal.notFound("person").with("field", "agents");
      }
    }
    return new ArrayList<>(new LinkedHashSet<>(agents));
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

  /** Tells leaders what a database from before there was anything to tell holds. */
  void tell(Write write) {
    for (Channel channel : channels.untold(write.tx())) {
      write.put(channel.row());
      write.putTo(channel.settingsRow(), ChannelTable.LEADERS);
    }
  }

  boolean hasUntold(Tx tx) {
    return !channels.untold(tx).isEmpty();
  }
}
