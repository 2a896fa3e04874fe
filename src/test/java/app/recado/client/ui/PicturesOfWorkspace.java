package app.recado.client.ui;

import static app.recado.client.ui.Example.NOW;

import app.recado.protocol.AgentShown;
import app.recado.protocol.AuditPage;
import app.recado.protocol.Availability;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Opening;
import app.recado.protocol.Role;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import app.recado.protocol.Visibility;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pictures' shop, seen by who leads it. */
public final class PicturesOfWorkspace {
  private PicturesOfWorkspace() {}

  /** Bruno with a role, and settings of every channel. */
  public static FakeDesk desk(Role role) {
    FakeDesk desk = Pictures.desk();
    UserRow bruno = as(desk.me.get(), role);
    desk.me.set(bruno);
    desk.administration.everybody.add(bruno);
    desk.administration.everybody.addAll(desk.people);
    desk.administration.everybody.add(
        Example.user("user-zoe", "Zoé Araújo", Availability.PAUSE, 2));
    List<UserId> agents = desk.administration.everybody.stream().limit(4).map(UserRow::id).toList();
    ChannelRow first = desk.channels.getFirst();
    desk.channels.set(
        0,
        new ChannelRow(
            first.id(),
            first.key(),
            first.name(),
            true,
            new ChannelRow.Queue(first.queue().mode(), agents, 180, 10),
            first.connectors(),
            120,
            300));
    desk.channels.forEach(channel -> desk.administration.settings.add(settings(channel)));
    return desk;
  }

  public static UserRow as(UserRow person, Role role) {
    return new UserRow(
        person.id(),
        person.name(),
        person.email(),
        role,
        role == Role.AGENT ? Visibility.CHANNELS : Visibility.ALL,
        true,
        true,
        person.availability(),
        person.availableSince(),
        person.open());
  }

  public static SettingsRow settings(ChannelRow channel) {
    Map<String, List<Opening>> week = new TreeMap<>();
    for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
      week.put(day, List.of(new Opening("08:00", "18:00")));
    }
    week.put("saturday", List.of(new Opening("09:00", "13:00")));
    return new SettingsRow(
        channel.id(),
        true,
        false,
        "America/Recife",
        week,
        "Olá! Já vamos te atender.",
        "Voltamos amanhã às 8h. Deixe seu recado.",
        null,
        300,
        "Obrigado! Como foi o atendimento?",
        true,
        86_400,
        null,
        AgentShown.NAME);
  }

  public static AuditPage audit(FakeDesk desk) {
    UserId bruno = desk.me.get().id();
    return new AuditPage(
        List.of(
            entry("3", bruno, "channel_updated", "centro", "loja-centro: hours, welcomeText"),
            entry("2", bruno, "user_updated", "user-zoe", "role: agent -> supervisor"),
            entry("1", null, "user_added", "user-zoe", "zoe@lojamirante.com.br")),
        true);
  }

  private static AuditPage.Entry entry(
      String id, UserId actor, String action, String target, String details) {
    return new AuditPage.Entry(id, NOW.minusSeconds(600), actor, action, target, details);
  }
}
