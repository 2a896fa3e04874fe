package app.recado.client.sync;

import app.recado.client.state.DialogItem;
import app.recado.client.state.InboxState;
import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageId;
import app.recado.protocol.Priority;
import app.recado.protocol.Tags;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The marks of a session's dialogs. FX thread. */
final class SessionMarks implements DeskMarks {
  /** Does something about a dialog as it is shown now. */
  interface Acting {
    void act(DialogId dialog, Intent intent);
  }

  private final InboxState inbox;
  private final Acting acting;

  SessionMarks(InboxState inbox, Acting acting) {
    this.inbox = inbox;
    this.acting = acting;
  }

  private record Known(String spelling, int uses) {}

  @Override
  public List<String> knownTags() {
    Map<String, Known> known = new HashMap<>();
    for (DialogItem item : inbox.all()) {
      for (String tag : item.dialog().tags()) {
        known.merge(
            Tags.key(tag),
            new Known(tag, 1),
            (one, other) ->
                new Known(
                    // whatever order they are met in, it is the same spelling
                    one.spelling.compareTo(other.spelling) <= 0 ? one.spelling : other.spelling,
                    one.uses + other.uses));
      }
    }
    return known.values().stream()
        .sorted(Comparator.comparing(Known::uses).reversed().thenComparing(Known::spelling))
        .map(Known::spelling)
        .toList();
  }

  @Override
  public void tag(DialogId dialog, Collection<String> add, Collection<String> remove) {
    acting.act(dialog, new Intent.TagDialog(List.copyOf(add), List.copyOf(remove)));
  }

  @Override
  public void moveToNew(DialogId dialog, MessageId message) {
    acting.act(dialog, new Intent.MoveToNew(message));
  }

  @Override
  public void unread(DialogId dialog, @Nullable Long position) {
    acting.act(dialog, new Intent.MarkUnread(position));
  }

  @Override
  public void mute(DialogId dialog, boolean muted) {
    acting.act(dialog, muted ? new Intent.MuteDialog() : new Intent.UnmuteDialog());
  }

  @Override
  public void follow(DialogId dialog, boolean followed) {
    acting.act(dialog, followed ? new Intent.FollowDialog() : new Intent.UnfollowDialog());
  }

  @Override
  public void prioritize(DialogId dialog, Priority priority) {
    acting.act(dialog, new Intent.SetPriority(priority));
  }

  @Override
  public void snooze(DialogId dialog, @Nullable Instant until) {
    acting.act(dialog, new Intent.SnoozeDialog(until));
  }
}
