package app.recado.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulation finds bugs: each of these is planted, and found within so many schedules. */
final class PlantedBugTest {
  private static final Logger LOG = LoggerFactory.getLogger(PlantedBugTest.class);
  private static final int ENOUGH = 200;

  @TempDir private Path folder;

  static List<PlantedBug> bugs() {
    return List.of(
        PlantedBug.of(
            "no idempotency check",
            "2|3",
            new PlantedBug.Edit(
                "relay/store/CommandLog.java",
                "outcome FROM command WHERE id = ?",
                "outcome FROM command WHERE 1 = 0 AND id = ?"),
            new PlantedBug.Edit(
                "relay/store/CommandLog.java",
                "INSERT INTO command VALUES",
                "INSERT OR REPLACE INTO command VALUES")),
        PlantedBug.of(
            "cursor outside the transaction",
            "9",
            new PlantedBug.Edit(
                "client/sync/ChangeApplier.java",
                "  Applied apply(SyncPage page, boolean last) {",
                "  Applied apply(SyncPage page, boolean last) {\n"
                    + "    cache.moveTo(page.cursor(), cache.head());")),
        PlantedBug.of(
            "acknowledgement before the commit",
            "2|3|5|6|9|11|20",
            new PlantedBug.Edit(
                "relay/store/WriteGroup.java",
                "  void commit() {",
                "  private boolean late;\n\n"
                    + "  void commit() {\n"
                    + "    late = true;\n"
                    + "  }\n\n"
                    + "  void commitLate() {"),
            new PlantedBug.Edit(
                "relay/store/WriteGroup.java",
                "      session.beginWriting();",
                "      if (late) {\n"
                    + "        late = false;\n"
                    + "        commitLate();\n"
                    + "      }\n"
                    + "      session.beginWriting();")),
        PlantedBug.of(
            "an off-by-one in the cursor",
            "9",
            new PlantedBug.Edit(
                "relay/store/ChangeLog.java", "return cursor.seq();", "return cursor.seq() + 1;")),
        PlantedBug.of(
            "a whisper let through",
            "10",
            new PlantedBug.Edit(
                "relay/dialog/Curtain.java",
                "return message.isPublic();",
                "return message.event() == null;")),
        PlantedBug.of(
            "a rejected command swallowed",
            "5",
            new PlantedBug.Edit(
                "client/sync/Outbox.java",
                "    if (done\n",
                "    if (done || next == OutboxState.REJECTED\n")),
        PlantedBug.of(
            "a reply applied though the claim it depends on was lost",
            "4|6",
            new PlantedBug.Edit(
                "relay/dialog/Staleness.java",
                "return a.dependsMet() ? null :",
                "return a.dialog() != null ? null :")),
        PlantedBug.of(
            "two winners of an accept",
            "6|13",
            new PlantedBug.Edit(
                "relay/dialog/DialogCommands.java",
                "if (d.owner != null) {",
                "if (d.owner == a.user()) {")),
        PlantedBug.of(
            "a reply applied though another has the dialog",
            "6",
            new PlantedBug.Edit(
                "relay/dialog/Staleness.java",
                "if (!Objects.equals(basis.owner(), d.owner)) {",
                "if (d.owner == null) {")),
        PlantedBug.of(
            "what was on its way is never sent again",
            "5",
            new PlantedBug.Edit(
                "client/sync/Outbox.java",
                "entry.state() == OutboxState.SENDING).toList();",
                "entry.state() == OutboxState.DELAYED).toList();")),
        PlantedBug.of(
            "a draft written when it is too late",
            "7",
            new PlantedBug.Edit(
                "client/sync/Drafts.java",
                "FLUSH = Duration.ofMillis(500)",
                "FLUSH = Duration.ofMinutes(5)"),
            new PlantedBug.Edit(
                "client/sync/Drafts.java",
                "PAUSE = Duration.ofSeconds(2)",
                "PAUSE = Duration.ofMinutes(5)")),
        PlantedBug.of(
            "a dialog taken away and not told",
            "9",
            new PlantedBug.Edit(
                "relay/store/ChangeLog.java",
                "        return visible || shut(entry.seq(), dialog);",
                "        return true;")),
        PlantedBug.of(
            "the same customer's message stored twice",
            "11",
            new PlantedBug.Edit(
                "relay/connector/webchat/VisitService.java",
                "visitor.dialog() + \"/\" + id;",
                "visitor.dialog() + \"/\" + ids.next();")),
        PlantedBug.of(
            "a customer's positions count whispers",
            "10",
            new PlantedBug.Edit(
                "relay/dialog/Timeline.java",
                "publicPosition = ++dialog.lastPublic;",
                "dialog.lastPublic = dialog.lastPosition;\n"
                    + "      publicPosition = dialog.lastPublic;")),
        PlantedBug.of(
            "delivered, and said to be read",
            "15",
            new PlantedBug.Edit(
                "relay/connector/webchat/VisitService.java",
                "dialogs.reached(write, dialog, position, Delivery.DELIVERED);",
                "dialogs.reached(write, dialog, position, Delivery.READ);")),
        PlantedBug.of(
            "a page of HTML taken for success",
            "17",
            new PlantedBug.Edit(
                "client/sync/Pusher.java",
                "case ApiException.Rejected _, ApiException.Unreachable _, ApiException.Malformed _"
                    + " ->",
                "case ApiException.Malformed _ ->\n"
                    + "          answered(\n"
                    + "              batch,\n"
                    + "              batch.stream().map(c -> Outcome.applied(c.id(),"
                    + " null)).toList());\n"
                    + "      case ApiException.Rejected _, ApiException.Unreachable _ ->")),
        PlantedBug.of(
            "a take-over off the record",
            "19",
            new PlantedBug.Edit(
                "relay/dialog/DialogCommands.java",
                "    auditAnothers(a, \"dialog_taken_over\");\n",
                "")),
        PlantedBug.of(
            "a pin that outlives its owner",
            "13",
            new PlantedBug.Edit(
                "relay/dialog/Sessions.java",
                "    dialog.pinned = false;\n"
                    + "    dialog.publicVersion++;\n"
                    + "    if (dialog.acceptedAt",
                "    dialog.publicVersion++;\n" + "    if (dialog.acceptedAt")),
        PlantedBug.of(
            "a new title that is told and not kept",
            "4",
            new PlantedBug.Edit("relay/dialog/Sessions.java", "    dialog.title = title;\n", "")),
        PlantedBug.of(
            "of a long queue only the beginning is read again",
            "5",
            new PlantedBug.Edit(
                "client/cache/OutboxTable.java",
                "FROM outbox ORDER BY n\")",
                "FROM outbox ORDER BY n LIMIT 5\")")),
        PlantedBug.of(
            "a message that does not wait for its file",
            "2|5",
            new PlantedBug.Edit(
                "client/sync/FileTransfers.java",
                "allMatch(LocalFile::uploaded)",
                "allMatch(one -> true)")),
        PlantedBug.of(
            "a whisper's file given to the customer",
            "10",
            new PlantedBug.Edit(
                "relay/file/UploadService.java",
                "              && database.read(tx -> customers.shown(tx, dialog,"
                    + " message)).isPresent();",
                "              && !message.value().isEmpty();")),
        PlantedBug.of(
            "a file that stays in the draft it was sent from",
            "2|5",
            new PlantedBug.Edit(
                "client/sync/FileTransfers.java", "        keep(chosen.sent());\n", "")),
        PlantedBug.of(
            "a response's file that is remembered until the desk dies",
            "2",
            new PlantedBug.Edit(
                "client/sync/FileTransfers.java",
                "        keep(chosen.sent());\n",
                "        if (one == null) {\n"
                    + "          local.put(id, chosen.sent());\n"
                    + "        } else {\n"
                    + "          keep(chosen.sent());\n"
                    + "        }\n")),
        PlantedBug.of(
            "a copy of a file out of sight",
            "20",
            new PlantedBug.Edit(
                "relay/file/UploadService.java",
                "        .filter(found -> mayFetch(holder, found))\n        .orElse(null);",
                "        .orElse(null);")),
        PlantedBug.of(
            "a response's file given to whom it is hidden from",
            "20",
            new PlantedBug.Edit(
                "relay/file/UploadService.java",
                "holder instanceof Holder.Agent(var caller) && seesCanned.test(caller.user(),"
                    + " canned);",
                "holder instanceof Holder.Agent;")),
        PlantedBug.of(
            "a second response made from the same message",
            "2",
            new PlantedBug.Edit(
                "relay/canned/CannedTable.java",
                "WHERE owner = ? AND source = ? AND deleted = 0",
                "WHERE owner = ? AND source = ? AND deleted = 2")),
        PlantedBug.of(
            "done, said of what was held among several",
            "5",
            new PlantedBug.Edit(
                "client/sync/SessionBatches.java",
                "case HELD -> Progress.HELD;",
                "case HELD -> Progress.DONE;")),
        PlantedBug.of(
            "what was changed of a message on its way, missing where that is held",
            "5",
            new PlantedBug.Edit(
                "client/sync/Placement.java",
                "        rewrite(new Coalescing.Rewrite(held.id(),"
                    + " message.saying(edit.text())));\n",
                "        message.saying(edit.text());\n")));
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void isFound(PlantedBug bug) throws Exception {
    String found = Mutant.compile(bug, folder).hunt(1, ENOUGH);

    LOG.info("{}: {}", bug, found.length() > 200 ? found.substring(0, 200) : found);
    assertThat(found).containsPattern("invariant (" + bug.invariants() + "):");
  }
}
