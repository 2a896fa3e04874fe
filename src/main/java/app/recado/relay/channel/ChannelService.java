package app.recado.relay.channel;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.QueueMode;
import app.recado.protocol.UserId;
import app.recado.relay.account.Directory;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Database;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The channels, in the database. */
public final class ChannelService implements Channels {

  private final Database database;
  private final Writer writer;
  private final Directory people;
  private final ChannelEditing editing;
  private final ChannelTable channels = new ChannelTable();

  public ChannelService(
      Database database, Writer writer, Directory people, ChannelEditing editing) {
    this.database = database;
    this.writer = writer;
    this.people = people;
    this.editing = editing;
  }

  /** Tells leaders the settings of channels from before they were told any. */
  public void align() {
    if (database.read(editing::hasUntold)) {
      writer.write(write -> {
        editing.tell(write);
        return true;
      });
    }
  }

  @Override
  public ChannelRow add(String name, QueueMode mode, List<String> agentEmails) {
    SettingsCheck.name(name);
    return writer.write(
        write -> editing.add(write, null, name, mode, agents(write.tx(), agentEmails)).row());
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
      editing.store(write, null, before, after, key);
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

  private List<UserId> agents(Tx tx, List<String> emails) {
    Set<UserId> agents = new LinkedHashSet<>();
    for (String email : emails) {
      UserId agent =
          people
              .idOf(tx, email)
              .orElseThrow(
                  () -> Refusal.invalid("agents", "Nobody has the address " + email + "."));
      if (!people.get(tx, agent).active()) {
        throw Refusal.invalid("agents", "Whoever had the address " + email + " is disabled.");
      }
      agents.add(agent);
    }
    return new ArrayList<>(agents);
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
