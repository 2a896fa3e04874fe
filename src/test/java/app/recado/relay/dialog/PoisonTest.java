package app.recado.relay.dialog;

import static app.recado.relay.RelayWorld.reply;
import static app.recado.relay.RelayWorld.whisper;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.ChannelRow;
import app.recado.protocol.Command;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageRow;
import app.recado.protocol.Outcome;
import app.recado.protocol.QueueMode;
import app.recado.relay.RelayParts;
import app.recado.relay.RelayWorld;
import app.recado.relay.account.Caller;
import app.recado.relay.file.Shelf;
import app.recado.relay.store.Dialect;
import app.recado.relay.store.GroupWriter;
import app.recado.relay.store.TestDatabases;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A command that the relay trips over, in the middle of others. */
class PoisonTest {

  /** Trips over a word, after half of the command's rows are written. */
  private static final class Brittle extends Curtain {
    @Override
    public boolean shows(MessageRow message) {
      if (message.text().contains("poison")) {
        throw new IllegalStateException("tripped");
      }
      return super.shows(message);
    }
  }

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void takesNoOtherCommandOfItsBatchDown(Dialect dialect) {
    check(
        dialect,
        RelayParts.inline(RelayWorld.PLAIN, new Shelf(folder.resolve("files")))
            .with(new Brittle()));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void takesNoOtherCommandOfItsGroupDown(Dialect dialect) {
    RelayParts parts =
        RelayParts.inline(RelayWorld.PLAIN, new Shelf(folder.resolve("files"))).with(new Brittle());
    check(
        dialect,
        parts.with((database, clock, committed) ->
            new GroupWriter(database, clock, committed, Executors.defaultThreadFactory())));
  }

  private void check(Dialect dialect, RelayParts parts) {
    try (RelayWorld world = new RelayWorld(TestDatabases.make(dialect, folder), parts)) {
      Caller ana = world.agent("ana");
      ChannelRow shop = world.channel("Shop", QueueMode.ALL, "ana");
      DialogId dialog = world.write(world.visitor(shop), "Hello?");
      Command accept = world.command(dialog, null, new Intent.AcceptDialog());
      Command first = world.command(dialog, null, reply("one"));
      Command poison = world.command(dialog, null, reply("poison"), first.id());
      Command after = world.command(dialog, null, reply("after it"), poison.id());
      Command last = world.command(dialog, null, whisper("two"));
      List<Command> batch = List.of(accept, first, poison, after, last);

      List<Outcome> outcomes = world.relay.commands().apply(ana, batch);

      assertThat(outcomes)
          .extracting(Shop::said)
          .containsExactly(
              "applied", "applied", "rejected internal", "held depends_on_held", "applied");
      assertThat(world.timeline(ana, dialog))
          .filteredOn(message -> message.event() == null)
          .extracting(MessageRow::text)
          .containsExactly("Hello?", "one", "two");
      assertThat(world.relay.commands().apply(ana, batch)).isEqualTo(outcomes);
    }
  }
}
