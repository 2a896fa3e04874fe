package app.recado.client.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.PicturesOfWorkspace;
import app.recado.protocol.AgentShown;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Intent;
import app.recado.protocol.Opening;
import app.recado.protocol.QueueMode;
import app.recado.protocol.Role;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is typed of a channel becomes commands that name only what differs. */
class ChannelDraftTest {
  private static final Locale BRAZIL = Locale.of("pt", "BR");

  private final FakeDesk desk = PicturesOfWorkspace.desk(Role.ADMIN);
  private final ChannelRow row = desk.channels.getFirst();
  private final SettingsRow settings = PicturesOfWorkspace.settings(row);
  private final ChannelDraft draft =
      new ChannelDraft(row.id(), ChannelValues.of(row, settings, BRAZIL));

  @Test
  void untouchedThereIsNothingToSave() {
    assertThat(draft.changed().get()).isFalse();
    assertThat(draft.intents()).isEmpty();
    assertThat(draft.problems()).isEmpty();
  }

  @Test
  void minutesAreShownAsTheLanguageWritesThem() {
    assertThat(Times.minutes(90, BRAZIL)).isEqualTo("1,5");
    assertThat(Times.minutes(90, Locale.ENGLISH)).isEqualTo("1.5");
    assertThat(Times.minutes(60_000, BRAZIL)).isEqualTo("1000");
    assertThat(Times.seconds("1,5")).contains(90).isEqualTo(Times.seconds("1.5"));
  }

  @Test
  void onlyWhatDiffersIsAsked() {
    draft.text(Field.WELCOME).set("Bem-vindo!");
    draft.text(Field.CLOSE).set(" ");
    draft.text(Field.FIRST_TARGET).set("2,5");
    assertThat(draft.intents())
        .singleElement()
        .isInstanceOfSatisfying(
            Intent.SaveChannel.class,
            save -> {
              assertThat(save.set().welcomeText()).isEqualTo("Bem-vindo!");
              assertThat(save.set().clear()).containsExactly("closeText");
              assertThat(save.set().firstReplyTargetSeconds()).isEqualTo(150);
              assertThat(save.set().hours()).isNull();
              assertThat(save.set().offHoursText()).isNull();
            });
    draft.discard();
    assertThat(draft.changed().get()).isFalse();
  }

  @Test
  void whatWasDiscardedComesBack() {
    draft.text(Field.WELCOME).set("Bem-vindo!");
    draft.agents().removeFirst();
    draft.discard();
    assertThat(draft.intents()).isEmpty();
    draft.bringBack();
    assertThat(draft.text(Field.WELCOME).get()).isEqualTo("Bem-vindo!");
    assertThat(draft.intents()).hasSize(2);
    assertThat(draft.discarded().get()).isNull();
  }

  @Test
  void whatWasDiscardedDoesNotComeBackOverWhatIsNewer() {
    draft.text(Field.WELCOME).set("Bem-vindo!");
    draft.discard();
    draft.text(Field.CLOSE).set("Tchau!");
    draft.bringBack();
    assertThat(draft.text(Field.WELCOME).get()).isNotEqualTo("Bem-vindo!");
    draft.discard();
    draft.rebase(ChannelValues.of(row, settings, BRAZIL));
    assertThat(draft.discarded().get()).isNotNull();
  }

  @Test
  void theQueueIsACommandOfItsOwn() {
    UserId second = row.queue().agents().get(1);
    draft.move(second, 0);
    draft.mode().set(QueueMode.STRICTLY);
    draft.text(Field.CAP).set("");
    draft.shown().set(AgentShown.CHANNEL);
    assertThat(draft.intents()).hasSize(2);
    Intent.SetQueue set = (Intent.SetQueue) draft.intents().getFirst();
    assertThat(set.agents()).startsWith(second, row.queue().agents().getFirst()).hasSize(4);
    assertThat(set.mode()).isEqualTo(QueueMode.STRICTLY);
    assertThat(set.noCap()).isTrue();
    assertThat(set.nextAfterSeconds()).isNull();
  }

  @Test
  void hoursAreTypedDayByDay() {
    draft.text(Field.MONDAY).set("8-12, 13:30 - 24");
    draft.text(Field.SATURDAY).set("");
    Intent.SaveChannel save = (Intent.SaveChannel) draft.intents().getFirst();
    assertThat(save.set().hours())
        .containsEntry(
            "monday", List.of(new Opening("08:00", "12:00"), new Opening("13:30", "00:00")))
        .doesNotContainKey("saturday");
    draft.text(Field.TUESDAY).set("08:00 – 12:00, 11:00 – 18:00");
    assertThat(draft.problems()).containsExactly(Field.TUESDAY);
    draft.text(Field.TUESDAY).set("25:00 – 26:00");
    assertThat(draft.problems()).containsExactly(Field.TUESDAY);
    draft.flag(Flag.ALWAYS_OPEN).set(true);
    assertThat(draft.problems()).isEmpty();
    assertThat(((Intent.SaveChannel) draft.intents().getFirst()).set().hours()).isEmpty();
  }

  @Test
  void aWeekThatIsNeverOpenIsNotAlwaysOpen() {
    for (Field field : Field.values()) {
      if (field.isDay()) {
        draft.text(field).set("");
      }
    }
    assertThat(draft.problems()).containsExactly(Field.MONDAY);
  }

  @Test
  void whatCannotBeIsSaidBeforeItIsSent() {
    draft.text(Field.NAME).set(" ");
    draft.text(Field.CAP).set("0");
    draft.text(Field.NEXT_AFTER).set("0.5");
    draft.text(Field.ZONE).set("Recife");
    draft.text(Field.WELCOME).set("x".repeat(2_001));
    draft.text(Field.AUTO_CLOSE).set("soon");
    assertThat(draft.problems())
        .containsExactlyInAnyOrder(
            Field.NAME, Field.CAP, Field.NEXT_AFTER, Field.ZONE, Field.WELCOME, Field.AUTO_CLOSE);
  }

  @Test
  void whatAnotherChangesMeanwhileShowsWhereNothingWasTyped() {
    draft.text(Field.NAME).set("Loja nova");
    ChannelRow renamed =
        new ChannelRow(
            row.id(), row.key(), "Another name", false, row.queue(), row.connectors(), 60, 300);
    draft.rebase(ChannelValues.of(renamed, settings, BRAZIL));
    assertThat(draft.text(Field.NAME).get()).isEqualTo("Loja nova");
    assertThat(draft.text(Field.FIRST_TARGET).get()).isEqualTo("1");
    assertThat(draft.flag(Flag.ACTIVE).get()).isFalse();
    Intent.SaveChannel save = (Intent.SaveChannel) draft.intents().getFirst();
    assertThat(save.set().name()).isEqualTo("Loja nova");
    assertThat(save.set().firstReplyTargetSeconds()).isNull();
  }
}
