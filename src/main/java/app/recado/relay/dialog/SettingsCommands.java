package app.recado.relay.dialog;

import app.recado.protocol.Command;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.protocol.Role;
import app.recado.relay.account.Caller;
import app.recado.relay.account.Directory;
import app.recado.relay.account.PeopleEdits;
import app.recado.relay.account.Person;
import app.recado.relay.channel.ChannelEdits;
import app.recado.relay.refusal.Refusal;
import app.recado.relay.store.Write;
import com.google.gson.JsonElement;
import org.jspecify.annotations.Nullable;

/**
 * What leaders do to the workspace itself: supervisors to queues, administrators to all of it.
 * Newest wins, field by field: a command names only what its author changed.
 */
public final class SettingsCommands implements Errands {

  private final Directory directory;
  private final PeopleEdits people;
  private final ChannelEdits channels;

  public SettingsCommands(Directory directory, PeopleEdits people, ChannelEdits channels) {
    this.directory = directory;
    this.people = people;
    this.channels = channels;
  }

  @Override
  public @Nullable Outcome carryOut(Write write, Caller caller, Command command, Intent intent) {
    Person person = directory.get(write.tx(), caller.user());
    return switch (intent) {
      case Intent.SetQueue set ->
          settle(write, command, person.leads(), () -> channels.setQueue(write, person.id(), set));
      case Intent.SaveChannel save ->
          settle(write, command, isAdmin(person), () -> channels.save(write, person.id(), save));
      case Intent.AddChannel add ->
          settle(write, command, isAdmin(person), () -> channels.add(write, person.id(), add));
      case Intent.SaveUser save ->
          settle(write, command, isAdmin(person), () -> people.save(write, person.id(), save));
      case Intent.DisableUser gone ->
          settle(
              write,
              command,
              isAdmin(person),
              () -> people.disable(write, person.id(), gone.user()));
      case Intent.EnableUser back ->
          settle(
              write,
              command,
              isAdmin(person),
              () -> people.enable(write, person.id(), back.user()));
      default -> null;
    };
  }

  private static boolean isAdmin(Person person) {
    return person.role() == Role.ADMIN;
  }

  private static Outcome settle(Write write, Command command, boolean may, Runnable edit) {
    if (!may) {
      return Outcome.held(command.id(), HeldReason.FORBIDDEN, null);
    }
    long before = write.seq();
    try {
      edit.run();
    } catch (Refusal refused) {
      JsonElement field = refused.body().error().details().get("field");
      return Outcome.rejected(
          command.id(), refused.body().error().code(), field == null ? null : field.getAsString());
    }
    return Outcome.applied(command.id(), write.seq() == before ? null : write.seq());
  }
}
