package app.recado.client.state;

import app.recado.protocol.Attachment;
import app.recado.protocol.CannedRow;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.FileId;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MessageId;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the engine since the FX thread looked last; later changes of the same thing take
 * the place of earlier ones. Not thread-safe.
 */
public final class DeskChanges {
  final Map<DialogId, Optional<DialogItem>> items = new LinkedHashMap<>();
  final Map<DialogId, Optional<MessageId>> latest = new LinkedHashMap<>();
  final Map<DraftKey, Optional<Draft>> drafts = new LinkedHashMap<>();
  final Map<DraftKey, List<Attachment>> draftFiles = new LinkedHashMap<>();
  final Map<DraftKey, Integer> heard = new LinkedHashMap<>();
  final Map<FileId, Optional<FileTransfer>> transfers = new LinkedHashMap<>();
  final Map<DialogId, List<Companion>> companions = new LinkedHashMap<>();
  final Map<DialogId, Optional<CommandId>> undoable = new LinkedHashMap<>();
  final Set<DialogId> timelines = new LinkedHashSet<>();
  final List<NewChat> newChats = new ArrayList<>();
  final List<NewMessage> newMessages = new ArrayList<>();
  @Nullable Set<DialogId> all;
  @Nullable Connection connection;
  @Nullable UserRow me;
  @Nullable List<UserRow> people;
  @Nullable List<ChannelRow> channels;
  @Nullable List<UserRow> everybody;
  @Nullable List<SettingsRow> settings;
  @Nullable List<HeldItem> held;
  @Nullable List<CannedRow> canned;
  @Nullable List<MacroRow> macros;
  @Nullable List<Mention> mentions;
  @Nullable SentBefore sentBefore;

  /**
   * @param item null if it is gone
   * @param latest its newest message that the relay knows of
   */
  public void item(DialogId dialog, @Nullable DialogItem item, @Nullable MessageId latest) {
    items.put(dialog, Optional.ofNullable(item));
    this.latest.put(dialog, Optional.ofNullable(latest));
  }

  /** Says which dialogs there are at all: any other is gone, whatever was said of it before. */
  public void all(Set<DialogId> dialogs) {
    all = Set.copyOf(dialogs);
    items.keySet().retainAll(all);
    latest.keySet().retainAll(all);
  }

  public void draft(DraftKey key, @Nullable Draft draft) {
    drafts.put(key, Optional.ofNullable(draft));
  }

  /** The engine has heard what was {@linkplain DeskState#keep kept} of a draft, once. */
  public void heard(DraftKey key) {
    heard.merge(key, 1, Integer::sum);
  }

  /**
   * @param now empty for none
   */
  public void draftFiles(DraftKey key, List<Attachment> now) {
    draftFiles.put(key, List.copyOf(now));
  }

  /**
   * @param now null once it is over
   */
  public void transfer(FileId file, @Nullable FileTransfer now) {
    transfers.put(file, Optional.ofNullable(now));
  }

  /**
   * @param now empty once nobody is there any more
   */
  public void companions(DialogId dialog, List<Companion> now) {
    companions.put(dialog, List.copyOf(now));
  }

  public void undoable(DialogId dialog, @Nullable CommandId command) {
    undoable.put(dialog, Optional.ofNullable(command));
  }

  public void timeline(DialogId dialog) {
    timelines.add(dialog);
  }

  public void announce(NewChat chat) {
    newChats.add(chat);
  }

  public void announce(NewMessage message) {
    newMessages.add(message);
  }

  public void announce(SentBefore message) {
    sentBefore = message;
  }

  public void connection(Connection now) {
    connection = now;
  }

  public void me(UserRow now) {
    me = now;
  }

  public void people(List<UserRow> now) {
    people = List.copyOf(now);
  }

  public void channels(List<ChannelRow> now) {
    channels = List.copyOf(now);
  }

  public void mentions(List<Mention> now) {
    mentions = List.copyOf(now);
  }

  public void canned(List<CannedRow> now) {
    canned = List.copyOf(now);
  }

  public void macros(List<MacroRow> now) {
    macros = List.copyOf(now);
  }

  /**
   * @param people all of them, the disabled too
   */
  public void workspace(List<UserRow> people, List<SettingsRow> channels) {
    everybody = List.copyOf(people);
    settings = List.copyOf(channels);
  }

  public void held(List<HeldItem> now) {
    held = List.copyOf(now);
  }

  /**
   * Takes out a part: everything but dialogs and drafts, and of those at most so many. Repeated
   * until nothing is left, the parts show the same as the whole.
   */
  public DeskChanges first(int most) {
    DeskChanges part = new DeskChanges();
    move(items, part.items, most);
    for (DialogId dialog : part.items.keySet()) {
      moveOne(latest, part.latest, dialog);
    }
    move(undoable, part.undoable, most);
    move(drafts, part.drafts, most);
    move(draftFiles, part.draftFiles, most);
    part.heard.putAll(heard);
    heard.clear();
    part.transfers.putAll(transfers);
    transfers.clear();
    part.companions.putAll(companions);
    companions.clear();
    part.timelines.addAll(timelines);
    timelines.clear();
    part.newChats.addAll(newChats);
    newChats.clear();
    part.newMessages.addAll(newMessages);
    newMessages.clear();
    part.all = all;
    part.connection = connection;
    part.me = me;
    part.people = people;
    part.channels = channels;
    part.everybody = everybody;
    part.settings = settings;
    part.held = held;
    part.canned = canned;
    part.macros = macros;
    part.mentions = mentions;
    part.sentBefore = sentBefore;
    all = null;
    connection = null;
    me = null;
    people = null;
    channels = null;
    everybody = null;
    settings = null;
    held = null;
    canned = null;
    macros = null;
    mentions = null;
    sentBefore = null;
    return part;
  }

  private static <K, V> void move(Map<K, V> from, Map<K, V> to, int most) {
    var entries = from.entrySet().iterator();
    while (entries.hasNext() && to.size() < most) {
      Map.Entry<K, V> entry = entries.next();
      to.put(entry.getKey(), entry.getValue());
      entries.remove();
    }
  }

  private static <K, V> void moveOne(Map<K, V> from, Map<K, V> to, K key) {
    V value = from.remove(key);
    if (value != null) {
      to.put(key, value);
    }
  }

  public boolean isEmpty() {
    return items.isEmpty()
        && drafts.isEmpty()
        && draftFiles.isEmpty()
        && undoable.isEmpty()
        && transfers.isEmpty()
        && companions.isEmpty()
        && timelines.isEmpty()
        && heard.isEmpty()
        && newChats.isEmpty()
        && newMessages.isEmpty()
        && all == null
        && connection == null
        && me == null
        && people == null
        && channels == null
        && everybody == null
        && settings == null
        && held == null
        && canned == null
        && macros == null
        && mentions == null
        && sentBefore == null;
  }
}
