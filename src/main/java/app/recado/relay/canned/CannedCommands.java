package app.recado.relay.canned;

import app.recado.protocol.Attachment;
import app.recado.protocol.CannedId;
import app.recado.protocol.CannedRow;
import app.recado.protocol.CannedScope;
import app.recado.protocol.Command;
import app.recado.protocol.FileRules;
import app.recado.protocol.HeldReason;
import app.recado.protocol.Intent;
import app.recado.protocol.Outcome;
import app.recado.protocol.RowKind;
import app.recado.protocol.UserId;
import app.recado.relay.account.AuditTrail;
import app.recado.relay.account.Caller;
import app.recado.relay.channel.ChannelDirectory;
import app.recado.relay.dialog.Attachments;
import app.recado.relay.dialog.Errands;
import app.recado.relay.dialog.Keeper;
import app.recado.relay.store.RowAudience;
import app.recado.relay.store.Scopes;
import app.recado.relay.store.Tx;
import app.recado.relay.store.Write;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is done with canned responses. Whoever sees one may change it or delete it: a personal one
 * its owner, a channel's who works there, the others everybody. The latest save wins, also over a
 * deletion. To whom one cannot be seen it is not there.
 */
public final class CannedCommands implements Errands {

  static final int LONGEST_TITLE = 120;
  static final int LONGEST_SECTION = 60;
  static final int LONGEST_TEXT = 10_000;

  /** Above this, only every tenth more is told to everybody. */
  private static final int COUNTED_EXACTLY = 10;

  private static final int MOST_AT_ONCE = 10_000;

  private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}_.-]{0,40}");

  private final ChannelDirectory channels;
  private final AuditTrail audit;
  private final Attachments attachments;

  public CannedCommands(ChannelDirectory channels, AuditTrail audit, Attachments attachments) {
    this.attachments = attachments;
    this.channels = channels;
    this.audit = audit;
  }

  @Override
  public @Nullable Outcome carryOut(Write write, Caller caller, Command command, Intent intent) {
    return switch (intent) {
      case Intent.SaveCanned save -> save(write, caller.user(), command, save);
      case Intent.DeleteCanned delete -> delete(write, caller.user(), command, delete.canned());
      case Intent.CountCanned count -> count(write, caller.user(), command, count);
      default -> null;
    };
  }

  private Outcome save(Write write, UserId user, Command command, Intent.SaveCanned save) {
    String wrong = wrongField(save);
    if (wrong != null) {
      return Outcome.rejected(command.id(), "invalid", wrong);
    }
    Scopes reader = Scopes.load(write.tx(), user);
    CannedTable.Entry before = before(write, user, save).orElse(null);
    if (before != null && !audience(before.row()).includes(reader)) {
      return Outcome.rejected(command.id(), "not_found", "canned");
    }
    if (save.channel() != null && channels.find(write.tx(), save.channel()).isEmpty()) {
      return Outcome.rejected(command.id(), "not_found", "channel");
    }
    CannedRow row = row(write, user, save, before);
    if (!audience(row).includes(reader)) {
      return Outcome.held(command.id(), HeldReason.FORBIDDEN, null);
    }
    Optional<List<Attachment>> files = keep(write, user, row);
    if (files.isEmpty()) {
      return Outcome.rejected(command.id(), "not_found", "files");
    }
    row = row.with(files.get());
    if (before != null && !before.deleted()) {
      auditAnothers(write, user, before.row(), "canned_changed");
      leave(write, before.row(), row);
    }
    CannedTable.store(write.tx(), row, row.uses(), false);
    return Outcome.applied(command.id(), write.putTo(row, audience(row)));
  }

  private Optional<List<Attachment>> keep(Write write, UserId user, CannedRow row) {
    Keeper keeper = Keeper.canned(row.id());
    if (row.files().isEmpty()) {
      attachments.release(write, keeper);
      return Optional.of(List.of());
    }
    return attachments.keep(write, user, keeper, row.files());
  }

  /** What the save replaces: the same, or the one that its writer made from the same message. */
  private static Optional<CannedTable.Entry> before(
      Write write, UserId user, Intent.SaveCanned save) {
    Optional<CannedTable.Entry> same = CannedTable.find(write.tx(), save.canned());
    return same.isEmpty() && save.source() != null
        ? CannedTable.madeFrom(write.tx(), user, save.source())
        : same;
  }

  private static CannedRow row(
      Write write, UserId user, Intent.SaveCanned save, CannedTable.@Nullable Entry before) {
    UserId owner =
        before == null || save.scope() == CannedScope.PERSONAL ? user : before.row().owner();
    return new CannedRow(
        before == null ? save.canned() : before.row().id(),
        save.scope(),
        save.channel(),
        owner,
        save.section().strip(),
        save.title().strip(),
        save.shortcut(),
        save.text(),
        save.files(),
        List.of(),
        save.source() != null || before == null ? save.source() : before.row().source(),
        before == null ? 0 : before.uses(),
        write.now());
  }

  /** Takes the row from those who had it and will not any more. */
  private static void leave(Write write, CannedRow before, CannedRow row) {
    if (!audience(before).equals(audience(row))) {
      write.takeFrom(RowKind.CANNED, row.rowId(), audience(before));
    }
  }

  private Outcome delete(Write write, UserId user, Command command, CannedId id) {
    CannedTable.Entry before = visible(write, user, id);
    if (before == null) {
      return Outcome.rejected(command.id(), "not_found", "canned");
    }
    if (before.deleted()) {
      return Outcome.applied(command.id(), null);
    }
    auditAnothers(write, user, before.row(), "canned_deleted");
    CannedTable.store(write.tx(), before.row(), before.uses(), true);
    attachments.release(write, Keeper.canned(id));
    return Outcome.applied(
        command.id(), write.takeFrom(RowKind.CANNED, id.value(), audience(before.row())));
  }

  /** What is out of sight meanwhile needs no counting, and nobody to be told so. */
  private static Outcome count(
      Write write, UserId user, Command command, Intent.CountCanned count) {
    if (count.times() < 1 || count.times() > MOST_AT_ONCE) {
      return Outcome.rejected(command.id(), "invalid", "times");
    }
    CannedTable.Entry before = visible(write, user, count.canned());
    if (before == null) {
      return Outcome.applied(command.id(), null);
    }
    long uses = before.uses() + count.times();
    CannedTable.count(write.tx(), before.row().id(), uses);
    long told = before.row().uses();
    if (before.deleted() || (uses > COUNTED_EXACTLY && uses < told + told / 10)) {
      return Outcome.applied(command.id(), null);
    }
    CannedRow row = before.row().used(uses);
    CannedTable.store(write.tx(), row, uses, false);
    return Outcome.applied(command.id(), write.putTo(row, audience(row)));
  }

  /** Whether somebody may use one. */
  public static boolean sees(Tx tx, UserId user, CannedId id) {
    return CannedTable.find(tx, id)
        .filter(found -> !found.deleted())
        .filter(found -> audience(found.row()).includes(Scopes.load(tx, user)))
        .isPresent();
  }

  private static CannedTable.@Nullable Entry visible(Write write, UserId user, CannedId id) {
    return CannedTable.find(write.tx(), id)
        .filter(found -> audience(found.row()).includes(Scopes.load(write.tx(), user)))
        .orElse(null);
  }

  private static RowAudience audience(CannedRow row) {
    return RowAudience.of(row.scope(), row.channel(), row.owner());
  }

  private void auditAnothers(Write write, UserId user, CannedRow row, String action) {
    if (!row.owner().equals(user)) {
      audit.record(write, user, action, row.rowId(), row.title());
    }
  }

  private static @Nullable String wrongField(Intent.SaveCanned save) {
    if ((save.scope() == CannedScope.CHANNEL) != (save.channel() != null)) {
      return "channel";
    }
    String title = save.title().strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      return "title";
    }
    if (save.section().strip().length() > LONGEST_SECTION) {
      return "section";
    }
    if (!SHORTCUT.matcher(save.shortcut()).matches()) {
      return "shortcut";
    }
    if (save.text().isBlank() || save.text().length() > LONGEST_TEXT) {
      return "text";
    }
    return save.files().size() > FileRules.MOST_PER_MESSAGE ? "files" : null;
  }
}
