package app.recado.client.ui;

import app.recado.client.state.SentBefore;
import app.recado.client.sync.DeskSchedule;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Keeps what windows ask of scheduled messages, as the desk's calls. */
public final class FakeSchedule implements DeskSchedule {
  private final List<String> calls;

  /** What was to be sent now and had been sent already. */
  public final ObjectProperty<@Nullable SentBefore> sentBefore = new SimpleObjectProperty<>();

  /** Called before {@link #callBack} answers that the message still waited. */
  public Runnable backing = () -> {};

  FakeSchedule(List<String> calls) {
    this.calls = calls;
  }

  @Override
  public void send(DialogId dialog, String text, @Nullable MessageId quote, Instant at) {
    calls.add("schedule " + dialog + " " + text + " " + at);
  }

  @Override
  public void sendNow(DialogId dialog, MessageId message) {
    calls.add("sendScheduledNow " + dialog + " " + message);
  }

  @Override
  public ObservableValue<@Nullable SentBefore> sentBefore() {
    return sentBefore;
  }

  @Override
  public boolean callBack(DialogId dialog, MessageId message) {
    calls.add("callBack " + dialog + " " + message);
    backing.run();
    return true;
  }

  @Override
  public void discard(DialogId dialog, MessageId message) {
    calls.add("discardScheduled " + dialog + " " + message);
  }
}
