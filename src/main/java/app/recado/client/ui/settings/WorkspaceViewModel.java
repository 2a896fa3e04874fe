package app.recado.client.ui.settings;

import app.recado.client.sync.Administration;
import app.recado.client.sync.Desk;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Intent;
import app.recado.protocol.Role;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * The workspace as its leaders set it. What was typed and not saved stays here when the page is
 * left. FX thread only.
 */
public final class WorkspaceViewModel implements AutoCloseable {
  private final Desk desk;
  private final Consumer<String> copying;
  private final Consumer<URI> browsing;
  private final Unsaved unsaved;
  private final Map<ChannelId, ChannelDraft> drafts = new HashMap<>();
  private final ListChangeListener<Object> rebasing = change -> rebase();

  /**
   * @param copying puts a text on the clipboard
   * @param browsing opens a page outside
   * @param unsaved outlives this
   */
  public WorkspaceViewModel(
      Desk desk, Consumer<String> copying, Consumer<URI> browsing, Unsaved unsaved) {
    this.unsaved = unsaved;
    this.desk = desk;
    this.copying = copying;
    this.browsing = browsing;
    desk.channels().addListener(rebasing);
    administration().settings().addListener(rebasing);
  }

  @Override
  public void close() {
    desk.channels().removeListener(rebasing);
    administration().settings().removeListener(rebasing);
  }

  /** Goes on with what was typed in another model of the same desk. */
  public void resume(WorkspaceViewModel before) {
    drafts.putAll(before.drafts);
    rebase();
  }

  Unsaved unsaved() {
    return unsaved;
  }

  Desk desk() {
    return desk;
  }

  Administration administration() {
    return desk.administration();
  }

  boolean leads() {
    return desk.me().getValue().role() != Role.AGENT;
  }

  boolean administers() {
    return desk.me().getValue().role() == Role.ADMIN;
  }

  /** What can be changed of a channel; empty until its settings are here. */
  Optional<ChannelDraft> draft(ChannelId id) {
    ChannelDraft known = drafts.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ChannelDraft> made = values(id).map(values -> new ChannelDraft(id, values));
    made.ifPresent(draft -> drafts.put(id, draft));
    return made;
  }

  /** Whether something typed of a channel is not saved. */
  boolean isUnsaved(ChannelId id) {
    ChannelDraft draft = drafts.get(id);
    return draft != null && draft.changed().get();
  }

  Optional<ChannelRow> channel(ChannelId id) {
    return desk.channels().stream().filter(row -> row.id().equals(id)).findFirst();
  }

  private Optional<ChannelValues> values(ChannelId id) {
    Optional<SettingsRow> settings =
        administration().settings().stream().filter(row -> row.channel().equals(id)).findFirst();
    Locale locale = Texts.of("settings").locale();
    return channel(id).flatMap(row -> settings.map(more -> ChannelValues.of(row, more, locale)));
  }

  private void rebase() {
    drafts.forEach((id, draft) -> values(id).ifPresent(draft::rebase));
    if (administration().settings().isEmpty() && !leads()) {
      drafts.clear();
    }
  }

  Optional<UserRow> person(UserId id) {
    return administration().everybody().stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /** Saves one after the other; answers with the first that did not go well, else with the last. */
  void save(ChannelDraft draft, Consumer<Administration.Answer> answer) {
    save(
        draft.intents(),
        result -> {
          if (result instanceof Administration.Done) {
            draft.saved();
          }
          answer.accept(result);
        });
  }

  private void save(List<Intent> intents, Consumer<Administration.Answer> answer) {
    if (intents.isEmpty()) {
      answer.accept(new Administration.Done(null));
      return;
    }
    administration()
        .apply(
            intents.getFirst(),
            result -> {
              if (result instanceof Administration.Done && intents.size() > 1) {
                save(intents.subList(1, intents.size()), answer);
              } else {
                answer.accept(result);
              }
            });
  }

  /** What a website's pages carry to show the channel's chat. */
  String snippet(ChannelRow channel) {
    return "<script src=\"%s/widget.js\" data-channel=\"%s\" async></script>"
        .formatted(administration().address(), channel.key());
  }

  void copy(String text) {
    copying.accept(text);
  }

  /** Opens the channel's chat as a customer sees it. */
  void preview(ChannelRow channel) {
    browsing.accept(URI.create(administration().address() + "/chat/" + channel.key()));
  }

  /** Why nothing can be saved now, as a text key; null if it can. */
  @Nullable String obstacle() {
    return desk.connection().getValue().isOnline() ? null : "offline";
  }
}
