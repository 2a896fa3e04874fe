package app.recado.client.ui.conversation;

import app.recado.client.sync.Desk;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Mentions;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names behind ids, as far as this desk knows them. */
final class Names {
  private final Desk desk;
  private final Texts texts;

  Names(Desk desk, Texts texts) {
    this.desk = desk;
    this.texts = texts;
  }

  /** A person's name; a stand-in for one who has left the workspace. */
  String of(UserId user) {
    UserRow me = desk.me().getValue();
    if (me != null && me.id().equals(user)) {
      return me.name();
    }
    for (UserRow person : desk.people()) {
      if (person.id().equals(user)) {
        return person.name();
      }
    }
    return texts.get("name.formerColleague");
  }

  /**
   * A person whom a text names.
   *
   * @param from where the name's {@code @} stands
   */
  record Named(int from, int to, UserRow person) {}

  /** Who is named where in what a colleague wrote; among namesakes the first. */
  List<Named> in(String text) {
    if (text.indexOf('@') < 0) {
      return List.of();
    }
    Map<String, UserRow> byName = new HashMap<>();
    UserRow me = desk.me().getValue();
    byName.put(me.name(), me);
    desk.people().forEach(person -> byName.putIfAbsent(person.name(), person));
    return Mentions.in(text, byName.keySet()).stream()
        .map(span ->
            new Named(span.from(), span.to(), Objects.requireNonNull(byName.get(span.name()))))
        .toList();
  }

  String of(@Nullable ChannelId channel) {
    for (ChannelRow row : desk.channels()) {
      if (row.id().equals(channel)) {
        return row.name();
      }
    }
    return texts.get("name.otherChannel");
  }

  String of(@Nullable List<UserId> users) {
    return users == null
        ? ""
        : users.stream().map(this::of).collect(Collectors.joining(texts.get("name.separator")));
  }

  /** What one is called by: the first word of a name. */
  static String first(String name) {
    int space = name.strip().indexOf(' ');
    return space < 0 ? name.strip() : name.strip().substring(0, space);
  }
}
