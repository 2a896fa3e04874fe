package app.recado.client.ui.transfer;

import app.recado.client.state.DialogItem;
import app.recado.client.sync.Desk;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.Availability;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.DialogId;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Choosing where a dialog goes, or who is invited to it: the same list of people, with the channels
 * among them for a transfer. One target for a transfer, any number of people for an invitation.
 */
public final class TransferViewModel {
  /** More rows than anybody reads are not drawn. */
  private static final int MOST = 50;

  private final Desk desk;
  private final @Nullable DialogId dialog;
  private final Doing doing;
  private final boolean invites;
  private final Moments moments;
  private final Texts texts = Texts.of("transfer");
  private final List<Target> people = new ArrayList<>();
  private final List<Target> channels = new ArrayList<>();
  private final Map<UserId, UserRow> standing = new HashMap<>();
  private final Set<UserId> online = new HashSet<>();
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final StringProperty comment = new SimpleStringProperty(this, "comment", "");
  private final BooleanProperty stay = new SimpleBooleanProperty(this, "stay");
  private final ReadOnlyObjectWrapper<List<Section>> sections =
      new ReadOnlyObjectWrapper<>(this, "sections", List.of());
  private final ReadOnlyObjectWrapper<Set<Target>> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen", Set.of());
  private final ReadOnlyObjectWrapper<@Nullable Target> current =
      new ReadOnlyObjectWrapper<>(this, "current");

  /**
   * Some of the targets under a heading.
   *
   * @param hidden how many more there are, to be found by typing
   */
  record Section(String heading, List<Target> targets, int hidden) {}

  /** What is done with who was chosen. */
  public interface Doing {
    void invite(List<UserId> users);

    void transferToUser(UserId user, @Nullable String comment, boolean stay);

    void transferToChannel(ChannelId channel, @Nullable String comment);
  }

  private TransferViewModel(
      Desk desk, @Nullable DialogId dialog, Doing doing, boolean invites, Moments moments) {
    this.desk = desk;
    this.dialog = dialog;
    this.doing = doing;
    this.invites = invites;
    this.moments = moments;
    collect();
    query.subscribe(typed -> list());
  }

  public static TransferViewModel transfer(Desk desk, DialogId dialog, Moments moments) {
    return new TransferViewModel(desk, dialog, one(desk, dialog), false, moments);
  }

  public static TransferViewModel invite(Desk desk, DialogId dialog, Moments moments) {
    return new TransferViewModel(desk, dialog, one(desk, dialog), true, moments);
  }

  /** For several dialogs at once, whoever has them. */
  public static TransferViewModel several(Desk desk, Doing doing, Moments moments) {
    return new TransferViewModel(desk, null, doing, false, moments);
  }

  private static Doing one(Desk desk, DialogId dialog) {
    return new Doing() {
      @Override
      public void invite(List<UserId> users) {
        desk.invite(dialog, users);
      }

      @Override
      public void transferToUser(UserId user, @Nullable String comment, boolean stay) {
        desk.transferToUser(dialog, user, comment, stay);
      }

      @Override
      public void transferToChannel(ChannelId channel, @Nullable String comment) {
        desk.transferToChannel(dialog, channel, comment);
      }
    };
  }

  private @Nullable DialogItem item() {
    return dialog == null ? null : desk.inbox().item(dialog).getValue();
  }

  boolean invites() {
    return invites;
  }

  /** Chooses a target, or lets an invited one go again. */
  void choose(Target target) {
    current.set(target);
    if (!invites) {
      chosen.set(Set.of(target));
      if (target.user() == null) {
        stay.set(false);
      }
      return;
    }
    Set<Target> next = new LinkedHashSet<>(chosen.get());
    if (!next.remove(target)) {
      next.add(target);
    }
    chosen.set(next);
  }

  /** Moves the mark up or down the list; a transfer's target moves with it. */
  void step(int by) {
    List<Target> shown = shown();
    if (shown.isEmpty()) {
      return;
    }
    int at = current.get() == null ? -1 : shown.indexOf(current.get());
    int next = at < 0 ? (by > 0 ? 0 : shown.size() - 1) : Math.floorMod(at + by, shown.size());
    current.set(shown.get(next));
    if (!invites) {
      choose(shown.get(next));
    }
  }

  /** Chooses what the mark stands on; the first of the list if it stands on none. */
  void chooseCurrent() {
    Target target = current.get();
    if (target == null && !shown().isEmpty()) {
      target = shown().getFirst();
    }
    if (target != null) {
      choose(target);
    }
  }

  boolean isReady() {
    return !chosen.get().isEmpty();
  }

  /** Does it. */
  void confirm() {
    if (!isReady()) {
      return;
    }
    if (invites) {
      List<UserId> users = new ArrayList<>();
      for (Target target : chosen.get()) {
        if (target.user() != null) {
          users.add(target.user());
        }
      }
      doing.invite(users);
      return;
    }
    Target target = chosen.get().iterator().next();
    String note = comment.get().isBlank() ? null : comment.get().strip();
    if (target.user() != null) {
      doing.transferToUser(target.user(), note, stay.get());
    } else if (target.channel() != null) {
      doing.transferToChannel(target.channel(), note);
    }
  }

  /** Whether one could stay in the dialog: one gives it to a person and is in it now. */
  boolean mayStay() {
    DialogItem item = item();
    return !invites
        && item != null
        && item.mine()
        && chosen.get().stream().allMatch(target -> target.user() != null);
  }

  private List<Target> shown() {
    return sections.get().stream().flatMap(section -> section.targets().stream()).toList();
  }

  private void collect() {
    DialogItem item = item();
    UserId owner = item == null ? null : item.dialog().session().owner();
    List<UserId> joined = item == null ? List.of() : item.dialog().participants();
    UserId me = desk.me().getValue().id();
    lookAgain();
    for (UserRow person : desk.people()) {
      boolean already =
          person.id().equals(owner)
              || (dialog != null && person.id().equals(me))
              || (invites && joined.contains(person.id()));
      if (person.active() && !already) {
        people.add(target(person));
      }
    }
    if (people.size() > MOST) {
      // Only the first are drawn: those who can take it now.
      people.sort(Comparator.comparing(person -> !person.presence().equals("online")));
    }
    if (!invites) {
      for (ChannelRow channel : desk.channels()) {
        if (channel.active()) {
          channels.add(target(channel));
        }
      }
    }
  }

  ObservableList<UserRow> people() {
    return desk.people();
  }

  /** Takes over who is there now; the targets and their order stay. */
  void lookAgain() {
    standing.clear();
    online.clear();
    note(desk.me().getValue());
    desk.people().forEach(this::note);
  }

  private void note(UserRow person) {
    standing.put(person.id(), person);
    if (person.availability() == Availability.ONLINE) {
      online.add(person.id());
    }
  }

  private UserRow now(UserRow person) {
    return standing.getOrDefault(person.id(), person);
  }

  private Target target(UserRow person) {
    return new Target(
        person.id(),
        null,
        person.name(),
        () -> now(person).availability().name().toLowerCase(Locale.ROOT),
        () -> standing(now(person)));
  }

  private String standing(UserRow person) {
    return switch (person.availability()) {
      case ONLINE -> texts.get("state.online", load(person));
      case PAUSE -> texts.get("state.pause", load(person));
      case AWAY -> texts.get("state.away", load(person));
      case OFFLINE ->
          person.availableSince() == null
              ? texts.get("state.offline")
              : texts.get(
                  "state.offlineSince", moments.brief(person.availableSince(), desk.relayNow()));
    };
  }

  /** How many dialogs a person has, and of how many where the channel has a cap. */
  private String load(UserRow person) {
    DialogItem item = item();
    Integer cap = item == null ? null : item.channel().queue().cap();
    return cap != null && person.open() * 10 >= cap * 8
        ? texts.get("load.ofCap", person.open(), cap)
        : texts.get("load", person.open());
  }

  private Target target(ChannelRow channel) {
    return new Target(
        null,
        channel.id(),
        channel.name(),
        () -> online(channel) > 0 ? "online" : "offline",
        () -> texts.count("state.channel", online(channel)));
  }

  private int online(ChannelRow channel) {
    return (int) channel.queue().agents().stream().filter(online::contains).count();
  }

  private void list() {
    String typed = query.get().strip();
    List<Section> shown = new ArrayList<>();
    if (typed.isEmpty()) {
      List<Target> recent = recent();
      add(shown, "section.recent", recent);
      add(shown, "section.people", without(people, recent));
      add(shown, "section.channels", without(channels, recent));
    } else {
      add(shown, "section.people", people.stream().filter(one -> one.matches(typed)).toList());
      add(shown, "section.channels", channels.stream().filter(one -> one.matches(typed)).toList());
    }
    sections.set(List.copyOf(shown));
    mark(typed);
  }

  /** What Enter takes is seen before, and what was chosen goes with its row while one types. */
  private void mark(String typed) {
    List<Target> shown = shown();
    if (!invites && !typed.isEmpty() && !shown.containsAll(chosen.get())) {
      chosen.set(Set.of());
    }
    Target marked = current.get();
    if (marked == null || !shown.contains(marked)) {
      current.set(typed.isEmpty() || shown.isEmpty() ? null : shown.getFirst());
    }
  }

  private List<Target> recent() {
    List<Target> recent = new ArrayList<>();
    for (String id : desk.recentTargets()) {
      people.stream().filter(one -> one.id().equals(id)).forEach(recent::add);
      channels.stream().filter(one -> one.id().equals(id)).forEach(recent::add);
    }
    return recent;
  }

  private static List<Target> without(List<Target> all, List<Target> some) {
    return all.stream().filter(one -> !some.contains(one)).toList();
  }

  private void add(List<Section> shown, String headingKey, List<Target> targets) {
    if (!targets.isEmpty()) {
      List<Target> first = targets.subList(0, Math.min(MOST, targets.size()));
      shown.add(new Section(texts.get(headingKey), first, targets.size() - first.size()));
    }
  }

  StringProperty queryProperty() {
    return query;
  }

  StringProperty commentProperty() {
    return comment;
  }

  BooleanProperty stayProperty() {
    return stay;
  }

  ReadOnlyObjectProperty<List<Section>> sectionsProperty() {
    return sections.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Set<Target>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Target> currentProperty() {
    return current.getReadOnlyProperty();
  }
}
