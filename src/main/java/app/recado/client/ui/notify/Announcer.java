package app.recado.client.ui.notify;

import app.recado.client.platform.Chime;
import app.recado.client.platform.Desktop;
import app.recado.client.platform.Desktop.Notice;
import app.recado.client.platform.Sounds;
import app.recado.client.state.DialogItem;
import app.recado.client.state.Mention;
import app.recado.client.state.NewChat;
import app.recado.client.state.NewMessage;
import app.recado.client.sync.Desk;
import app.recado.client.ui.controls.Connectors;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.i18n.VisitorName;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says on the desktop who waits, who wrote and who named the agent, and takes it back when somebody
 * answered or it was read. While the agent looks at the window nothing is shown beside it: the
 * window says it itself. FX thread only.
 */
public final class Announcer implements AutoCloseable {
  private static final String CHAT = "chat:";
  private static final String MESSAGE = "message:";
  private static final String MENTION = "mention:";
  private static final String ANSWER = "answer";
  private static final String OPEN = "open";

  private final Desk desk;
  private final Desktop desktop;
  private final Sounds sounds;
  private final Wishes wishes;
  private final Front front;
  private final Subscription subscription = new Subscription();
  private Map<DialogId, NewChat> chats = Map.of();
  private Map<DialogId, NewMessage> messages = Map.of();
  private Map<MessageId, Mention> mentions = Map.of();
  private final Set<DialogId> shownChats = new HashSet<>();

  public Announcer(Desk desk, Desktop desktop, Sounds sounds, Wishes wishes, Front front) {
    this.desk = desk;
    this.desktop = desktop;
    this.sounds = sounds;
    this.wishes = wishes;
    this.front = front;
    subscription
        .to(desk.newChats(), this::chatsChanged)
        .to(desk.newMessages(), this::messagesChanged)
        .to(desk.mentions().all(), this::mentionsChanged);
  }

  /** A notification or a button of it was pressed. */
  public void pressed(String key, String button) {
    if (key.startsWith(CHAT)) {
      DialogId dialog = new DialogId(key.substring(CHAT.length()));
      NewChat chat = chats.get(dialog);
      if (chat != null) {
        if (button.equals(ANSWER)) {
          desk.accept(dialog);
        }
        desk.dismiss(chat);
      }
      front.open(dialog);
    } else if (key.startsWith(MESSAGE)) {
      front.open(new DialogId(key.substring(MESSAGE.length())));
    } else if (key.startsWith(MENTION)) {
      Mention mention = mentions.get(new MessageId(key.substring(MENTION.length())));
      if (mention != null) {
        desk.mentions().read(List.of(mention.row().message()));
        front.open(mention.row().dialog(), mention.row().message());
      }
    }
  }

  /** The agent put a notification away: a new chat is dismissed, what is unread stays so. */
  public void putAway(String key) {
    if (key.startsWith(CHAT)) {
      NewChat chat = chats.get(new DialogId(key.substring(CHAT.length())));
      if (chat != null) {
        desk.dismiss(chat);
      }
    }
  }

  @Override
  public void close() {
    subscription.close();
    chats.keySet().forEach(dialog -> desktop.withdraw(CHAT + dialog.value()));
    messages.keySet().forEach(dialog -> desktop.withdraw(MESSAGE + dialog.value()));
    mentions.keySet().forEach(message -> desktop.withdraw(MENTION + message.value()));
  }

  private void chatsChanged() {
    Map<DialogId, NewChat> before = chats;
    chats = byDialog(desk.newChats(), chat -> chat.item().id());
    withdrawGone(CHAT, before, chats);
    shownChats.retainAll(chats.keySet());
    boolean fresh = false;
    for (NewChat chat : chats.values()) {
      NewChat old = before.get(chat.item().id());
      fresh |= old == null || chat.offeredToMe() != old.offeredToMe();
      boolean says =
          old == null || chat.offeredToMe() != old.offeredToMe() || !chat.text().equals(old.text());
      if (says && mayShow()) {
        show(chat);
      }
    }
    if (fresh && wishes.heardChat().get()) {
      play(Chime.NEW_CHAT);
    }
  }

  private void messagesChanged() {
    Map<DialogId, NewMessage> before = messages;
    messages = byDialog(desk.newMessages(), message -> message.item().id());
    withdrawGone(MESSAGE, before, messages);
    boolean fresh = false;
    for (NewMessage message : messages.values()) {
      if (message.equals(before.get(message.item().id()))) {
        continue;
      }
      fresh |= !(front.isWatched() && front.shows(message.item().id()));
      if (mayShow()) {
        desktop.show(notice(message));
      }
    }
    if (fresh && wishes.heardMessage().get()) {
      play(Chime.MESSAGE);
    }
  }

  private void mentionsChanged() {
    Map<MessageId, Mention> before = mentions;
    mentions =
        desk.mentions().all().stream()
            .filter(mention -> mention.news() && mention.isUnread())
            .collect(Collectors.toMap(mention -> mention.row().message(), mention -> mention));
    before.keySet().stream()
        .filter(message -> !mentions.containsKey(message))
        .forEach(message -> desktop.withdraw(MENTION + message.value()));
    boolean fresh = false;
    for (Mention mention : mentions.values()) {
      if (before.containsKey(mention.row().message())) {
        continue;
      }
      fresh |= !(front.isWatched() && front.shows(mention.row().dialog()));
      if (mayShow()) {
        desktop.show(notice(mention));
      }
    }
    if (fresh && wishes.heardMention().get()) {
      play(Chime.MENTION);
    }
  }

  /** The agent has looked away: who still waits is not to be seen any more. */
  public void lookedAway() {
    if (mayShow()) {
      chats.values().stream()
          .filter(chat -> !shownChats.contains(chat.item().id()))
          .forEach(this::show);
    }
  }

  private void show(NewChat chat) {
    shownChats.add(chat.item().id());
    desktop.show(notice(chat));
  }

  private boolean mayShow() {
    return wishes.shown().get() && !wishes.quiet().get() && !front.isWatched();
  }

  private void play(Chime chime) {
    if (!wishes.quiet().get()) {
      sounds.play(chime);
    }
  }

  private Notice notice(NewChat chat) {
    Texts texts = Texts.of("notify");
    String name = VisitorName.of(chat.item().customer().name());
    return new Notice(
        CHAT + chat.item().id().value(),
        texts.get(chat.offeredToMe() ? "offered" : "new", name),
        said(texts, chat.item(), chat.text()),
        true,
        List.of(
            new Notice.Button(ANSWER, texts.get("answer")),
            new Notice.Button(OPEN, texts.get("open"))));
  }

  private Notice notice(NewMessage message) {
    Texts texts = Texts.of("notify");
    return new Notice(
        MESSAGE + message.item().id().value(),
        texts.get("wrote", VisitorName.of(message.item().customer().name())),
        said(texts, message.item(), message.text()),
        false,
        List.of(new Notice.Button(OPEN, texts.get("open"))));
  }

  private Notice notice(Mention mention) {
    Texts texts = Texts.of("notify");
    boolean words = wishes.words().get() && !mention.text().isEmpty();
    return new Notice(
        MENTION + mention.row().message().value(),
        texts.get("mentioned", mention.by()),
        words ? texts.get("said", mention.dialogTitle(), mention.text()) : mention.dialogTitle(),
        false,
        List.of(new Notice.Button(OPEN, texts.get("open"))));
  }

  private String said(Texts texts, DialogItem item, String words) {
    String connector = Connectors.name(item.connectorKind());
    return words.isEmpty() || !wishes.words().get()
        ? connector
        : texts.get("said", connector, words);
  }

  private void withdrawGone(String prefix, Map<DialogId, ?> before, Map<DialogId, ?> now) {
    before.keySet().stream()
        .filter(dialog -> !now.containsKey(dialog))
        .forEach(dialog -> desktop.withdraw(prefix + dialog.value()));
  }

  private static <T> Map<DialogId, T> byDialog(List<T> list, Function<T, DialogId> dialog) {
    return list.stream()
        .collect(Collectors.toMap(dialog, one -> one, (one, other) -> other, HashMap::new));
  }
}
