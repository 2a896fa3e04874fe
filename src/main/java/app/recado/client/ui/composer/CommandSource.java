package app.recado.client.ui.composer;

import app.recado.client.sync.Folding;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.action.Topic;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.suggest.SuggestSource;
import app.recado.client.ui.suggest.Suggestion;
import app.recado.client.ui.theme.IconView;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/**
 * What can be done with the open dialog, behind {@code /} at the start of a line: all that the
 * register has of it, with the reason where it cannot be done now.
 */
public final class CommandSource implements SuggestSource {
  /** What one has done already by coming here, or does with a sign of its own. */
  private static final Set<String> ELSEWHERE = Set.of("write", "send", "commands", "answer");

  /** What the source document asks for here, in its order. */
  private static final List<String> FIRST = List.of("quote-text", "rename", "copy-id");

  private static final double ICON = 16;

  private final Register register;
  private final Texts texts = Texts.of("composer");

  public CommandSource(Register register) {
    this.register = register;
  }

  @Override
  public char sign() {
    return '/';
  }

  @Override
  public boolean atLineStart() {
    return true;
  }

  @Override
  public String name() {
    return texts.get("commands.name");
  }

  @Override
  public String keys() {
    return texts.get("commands.keys");
  }

  @Override
  public String nothing() {
    return texts.get("commands.nothing");
  }

  @Override
  public List<String> filters() {
    return List.of();
  }

  @Override
  public List<Suggestion> find(String query, int filter) {
    List<String> words = Folding.words(query);
    return register.all().stream()
        .filter(CommandSource::belongsHere)
        .filter(action -> words.isEmpty() || Folding.matchesAll(words(action), words))
        .sorted(Comparator.comparingInt(CommandSource::rank))
        .map(CommandSource::suggestion)
        .toList();
  }

  private static boolean belongsHere(Action action) {
    return (action.topic() == Topic.CONVERSATION || action.topic() == Topic.WRITING)
        && !ELSEWHERE.contains(action.id());
  }

  /** What it is called, and what else people call it. */
  private String words(Action action) {
    String more = "commands.words." + action.id();
    return texts.has(more) ? action.name() + " " + texts.get(more) : action.name();
  }

  /** What can be done now stands above what cannot. */
  private static int rank(Action action) {
    int first = FIRST.indexOf(action.id());
    int rank = first >= 0 ? first : FIRST.size();
    return action.standing().isReady() ? rank : 10 + rank;
  }

  private static Suggestion suggestion(Action action) {
    return new Suggestion(
        "",
        "",
        () -> picture(action),
        action.name(),
        action::keyShown,
        List.of(),
        action.standing().why(),
        (field, send) -> {
          field.replace("");
          action.run();
        });
  }

  private static Node picture(Action action) {
    HBox picture = new HBox(new IconView(action.icon(), ICON));
    picture.getStyleClass().add("suggest-picture");
    return picture;
  }
}
