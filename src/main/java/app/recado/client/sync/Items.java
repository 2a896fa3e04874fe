package app.recado.client.sync;

import app.recado.client.cache.OutboxEntry;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Draft;
import app.recado.client.state.DraftKey;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.CustomerRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.DialogRow;
import app.recado.protocol.DraftKind;
import app.recado.protocol.QueueMode;
import app.recado.protocol.ReadingRow;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Makes what lists show of the relay's rows and the outbox. Any thread. */
final class Items {
  private final DeskModel model;
  private final Function<DialogId, List<OutboxEntry>> outbox;
  private final Function<DraftKey, @Nullable Draft> drafts;
  private final ToIntFunction<DraftKey> draftFiles;
  private final ReadMarks marks;
  private final RelayClock clock;
  private final UserId me;

  Items(
      DeskModel model,
      Function<DialogId, List<OutboxEntry>> outbox,
      Function<DraftKey, @Nullable Draft> drafts,
      ToIntFunction<DraftKey> draftFiles,
      ReadMarks marks,
      RelayClock clock,
      UserId me) {
    this.model = model;
    this.outbox = outbox;
    this.drafts = drafts;
    this.draftFiles = draftFiles;
    this.marks = marks;
    this.clock = clock;
    this.me = me;
  }

  /** A dialog as it should be shown; null if it is not there. */
  @Nullable DialogItem item(DialogId id) {
    DialogRow truth = model.dialogs.get(id);
    if (truth == null) {
      return null;
    }
    List<OutboxEntry> entries = outbox.apply(id);
    DialogRow shown = Overlay.apply(truth, entries, me);
    DialogRow.Session session = shown.session();
    UserRow owner = session.owner() == null ? null : model.users.get(session.owner());
    boolean mine = me.equals(session.owner());
    DraftKey reply = new DraftKey(id, DraftKind.REPLY);
    Draft draft = drafts.apply(reply);
    return new DialogItem(
        shown,
        customer(truth),
        channel(session.channel()),
        connectorKind(shown),
        owner,
        mark(id).unread(),
        draft == null || draft.text().isBlank() ? null : Overlay.snippet(draft.text()),
        draftFiles.applyAsInt(reply),
        (int) entries.stream().filter(entry -> entry.state().isQueued() && isShown(entry)).count(),
        (int) entries.stream().filter(entry -> entry.state().needsAttention()).count(),
        entries.stream().anyMatch(Items::isTentativeClaim),
        mine,
        mine || shown.participants().contains(me),
        isAsleep(shown),
        wish(id, entries, ReadingRow::muted, "dialog.mute", "dialog.unmute"),
        wish(id, entries, ReadingRow::followed, "dialog.follow", "dialog.unfollow"));
  }

  /** How far it is read, with what I marked since laid over. */
  ReadMarks.Mark mark(DialogId id) {
    return marks.of(id, model.readings.get(id));
  }

  /** What the relay says, unless I asked for the one or the other since. */
  private boolean wish(
      DialogId id, List<OutboxEntry> entries, Predicate<ReadingRow> truth, String on, String off) {
    for (OutboxEntry entry : entries.reversed()) {
      String type = entry.command().type();
      if (entry.state().isPending() && (type.equals(on) || type.equals(off))) {
        return type.equals(on);
      }
    }
    ReadingRow reading = model.readings.get(id);
    return reading != null && truth.test(reading);
  }

  /** Whether the relay itself says that the dialog is mine, or that I joined. */
  boolean owned(DialogId id) {
    DialogRow truth = model.dialogs.get(id);
    return truth != null
        && (me.equals(truth.session().owner()) || truth.participants().contains(me));
  }

  private boolean isAsleep(DialogRow shown) {
    Instant until = shown.snoozedUntil();
    return until != null && until.isAfter(clock.now()) && shown.session().status().isAccepted();
  }

  private static boolean isShown(OutboxEntry entry) {
    return !entry.command().type().equals("dialog.markRead")
        && !entry.command().type().equals("dialog.markUnread")
        && !entry.command().type().equals("draft.save");
  }

  private static boolean isTentativeClaim(OutboxEntry entry) {
    return entry.state().isQueued() && entry.command().type().equals("dialog.accept");
  }

  private CustomerRow customer(DialogRow row) {
    CustomerRow known = model.customers.get(row.customer());
    return known != null ? known : new CustomerRow(row.customer(), "", Map.of());
  }

  private ChannelRow channel(ChannelId id) {
    ChannelRow known = model.channels.get(id);
    return known != null
        ? known
        : new ChannelRow(
            id,
            "",
            "",
            true,
            new ChannelRow.Queue(QueueMode.ALL, List.of(), 60, null),
            List.of(),
            0,
            0);
  }

  /** The connector of a dialog; null while its channel is unknown. */
  ChannelRow.@Nullable Connector connector(DialogRow row) {
    ChannelRow channel = model.channels.get(row.channel());
    if (channel == null) {
      return null;
    }
    return channel.connectors().stream()
        .filter(connector -> connector.id().equals(row.connector()))
        .findFirst()
        .orElse(null);
  }

  private String connectorKind(DialogRow row) {
    ChannelRow.Connector connector = connector(row);
    return connector == null ? "website" : connector.kind();
  }
}
