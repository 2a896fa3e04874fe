package app.recado.client.ui;

import app.recado.client.sync.DeskMarks;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import app.recado.protocol.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marks that are only noted. */
public final class FakeMarks implements DeskMarks {
  public final List<String> known = new ArrayList<>();
  private final List<String> calls;

  FakeMarks(List<String> calls) {
    this.calls = calls;
  }

  @Override
  public List<String> knownTags() {
    return List.copyOf(known);
  }

  @Override
  public void tag(DialogId dialog, Collection<String> add, Collection<String> remove) {
    calls.add("tag " + dialog + " +" + List.copyOf(add) + " -" + List.copyOf(remove));
  }

  @Override
  public void moveToNew(DialogId dialog, MessageId message) {
    calls.add("moveToNew " + dialog + " " + message);
  }

  @Override
  public void unread(DialogId dialog, @Nullable Long position) {
    calls.add("unread " + dialog + " " + position);
  }

  @Override
  public void mute(DialogId dialog, boolean muted) {
    calls.add("mute " + dialog + " " + muted);
  }

  @Override
  public void follow(DialogId dialog, boolean followed) {
    calls.add("follow " + dialog + " " + followed);
  }

  @Override
  public void prioritize(DialogId dialog, Priority priority) {
    calls.add("prioritize " + dialog + " " + priority);
  }

  @Override
  public void snooze(DialogId dialog, @Nullable Instant until) {
    calls.add("snooze " + dialog + " " + until);
  }
}
