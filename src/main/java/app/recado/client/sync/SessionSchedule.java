package app.recado.client.sync;

import app.recado.client.state.DeskState;
import app.recado.client.state.Draft;
import app.recado.client.state.DraftKey;
import app.recado.client.state.SentBefore;
import app.recado.protocol.DialogId;
import app.recado.protocol.DraftKind;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.ScheduledRow;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Scheduled messages as windows use them: each act becomes a command of the outbox. */
final class SessionSchedule implements DeskSchedule {
  private final DeskState state;
  private final RelayClock clock;
  private final SessionActs acts;
  private final SessionFiles files;

  SessionSchedule(DeskState state, RelayClock clock, SessionActs acts, SessionFiles files) {
    this.files = files;
    this.state = state;
    this.clock = clock;
    this.acts = acts;
  }

  @Override
  public void send(DialogId dialog, String text, @Nullable MessageId quote, Instant at) {
    List<String> chosen = files.take(dialog, DraftKind.REPLY);
    if (!(text.isBlank() && chosen.isEmpty())) {
      acts.leaving(
          new Draft(dialog, DraftKind.REPLY, "", null, null),
          () -> acts.act(dialog, new Intent.ScheduleMessage(text, quote, chosen, at)));
      files.settle(chosen);
    }
  }

  @Override
  public void sendNow(DialogId dialog, MessageId message) {
    acts.act(dialog, null, new Intent.RescheduleMessage(message, clock.now()));
  }

  @Override
  public ObservableValue<@Nullable SentBefore> sentBefore() {
    return state.sentBefore();
  }

  @Override
  public boolean callBack(DialogId dialog, MessageId message) {
    for (ScheduledRow row : acts.scheduled(dialog)) {
      if (row.id().equals(message)) {
        Draft since = state.draft(new DraftKey(dialog, DraftKind.REPLY));
        Draft draft =
            UndoTime.draft(
                dialog, new Intent.SendMessage(row.text(), false, row.quote(), List.of()), since);
        acts.leaving(draft, () -> acts.callBack(row, draft));
        return true;
      }
    }
    return false;
  }

  @Override
  public void discard(DialogId dialog, MessageId message) {
    acts.act(dialog, null, new Intent.UnscheduleMessage(message));
  }
}
