package app.recado.client.ui.composer;

import app.recado.client.state.DialogItem;
import app.recado.client.sync.Desk;
import app.recado.client.sync.Folding;
import app.recado.client.ui.controls.Avatar;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.suggest.Piece;
import app.recado.client.ui.suggest.SuggestSource;
import app.recado.client.ui.suggest.Suggestion;
import app.recado.protocol.UserRow;
import app.recado.protocol.Visibility;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Colleagues behind {@code @}. The name goes into the text, and nothing else; who cannot see the
 * dialog is offered too, and it is said that they will not hear of it.
 */
public final class MentionSource implements SuggestSource {
  private static final int MOST = 30;
  private static final double AVATAR = 24;

  private final Desk desk;
  private final Supplier<@Nullable DialogItem> item;
  private final Texts texts = Texts.of("composer");

  /**
   * @param item the dialog that is open
   */
  public MentionSource(Desk desk, Supplier<@Nullable DialogItem> item) {
    this.desk = desk;
    this.item = item;
  }

  @Override
  public char sign() {
    return '@';
  }

  @Override
  public boolean atLineStart() {
    return false;
  }

  @Override
  public String name() {
    return texts.get("mention.name");
  }

  @Override
  public String keys() {
    return texts.get("mention.keys");
  }

  @Override
  public String nothing() {
    return texts.get("mention.nothing");
  }

  @Override
  public List<String> filters() {
    return List.of();
  }

  @Override
  public List<Suggestion> find(String query, int filter) {
    List<String> words = Folding.words(query);
    DialogItem open = item.get();
    return desk.people().stream()
        .filter(person -> words.isEmpty() || Folding.matchesAll(person.name(), words))
        .sorted(Comparator.comparing((UserRow person) -> !sees(person, open)))
        .limit(MOST)
        .map(person -> suggestion(person, sees(person, open)))
        .toList();
  }

  private Suggestion suggestion(UserRow person, boolean sees) {
    return new Suggestion(
        "",
        "",
        () -> picture(person),
        person.name(),
        () -> presence(now(person)),
        sees ? List.of() : List.of(Piece.plain(texts.get("mention.blind"))),
        "",
        (field, send) -> field.replace("@" + person.name() + " "));
  }

  private UserRow now(UserRow person) {
    return desk.people().stream()
        .filter(other -> other.id().equals(person.id()))
        .findFirst()
        .orElse(person);
  }

  private String presence(UserRow person) {
    return texts.get("presence." + person.availability().name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Subscription watch(Runnable changed) {
    return desk.people().subscribe(changed);
  }

  private static Node picture(UserRow person) {
    Avatar avatar = new Avatar(AVATAR);
    avatar.show(person.name(), person.id().value(), null);
    return avatar;
  }

  /** As the relay decides it. */
  private static boolean sees(UserRow person, @Nullable DialogItem open) {
    if (open == null || person.visibility() == Visibility.ALL) {
      return true;
    }
    var session = open.dialog().session();
    return person.id().equals(session.owner())
        || person.id().equals(session.offeredTo())
        || open.dialog().participants().contains(person.id())
        || (person.visibility() == Visibility.CHANNELS
            && open.channel().queue().agents().contains(person.id()));
  }
}
