package app.recado.client.ui.views;

import app.recado.client.state.DialogQuery;
import app.recado.client.state.SavedView;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Choice;
import app.recado.client.ui.controls.Choices;
import app.recado.client.ui.controls.PriorityMark;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.UserRow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * The card in which a view is put together: what is chosen shows in the list at once, and can be
 * saved under a name.
 */
final class FilterCard extends VBox {
  private static final double WIDTH = 520;

  /** Beyond that the most used are enough; a view keeps the others it asks for. */
  private static final int MOST_TAGS = 16;

  private final ViewsViewModel model;
  private final Texts texts = Texts.of("views");
  private final Label count = new Label();
  private final Label problem = new Label();
  private final TextField name = new TextField();
  private final Button save;
  private final ComboBox<UserRow> person = new ComboBox<>();
  private final Choice<DialogQuery.Whose> whose;
  private final Node first;
  private DialogQuery query;
  private Runnable askedPerson = () -> {};

  /**
   * @param close takes the card away
   * @param deleted is told of a view that is kept no more
   */
  FilterCard(ViewsViewModel model, Runnable close, Consumer<SavedView> deleted) {
    this.model = model;
    query = Objects.requireNonNullElse(model.query().get(), DialogQuery.ALL);
    getStyleClass().addAll("popover", "filter-card");
    setId("filter-card");
    setPrefWidth(WIDTH);
    setAccessibleRole(AccessibleRole.DIALOG);
    Label title = new Label(texts.get("filter.title"));
    title.getStyleClass().add("heading");
    setAccessibleText(title.getText());
    count.getStyleClass().addAll("small", "muted");
    count.setId("filter-count");
    HBox head = new HBox(title, gap(), count);
    head.setAlignment(Pos.CENTER_LEFT);
    whose =
        new Choice<>(
            texts.get("filter.whose"),
            List.of(
                DialogQuery.Whose.ANYBODY,
                DialogQuery.Whose.MINE,
                DialogQuery.Whose.NOBODY,
                DialogQuery.Whose.OTHERS),
            each -> words("whose", each),
            this::chooseWhose);
    Choices<SessionStatus.Group> groups =
        new Choices<>(
            texts.get("filter.groups"),
            Arrays.asList(SessionStatus.Group.values()),
            query.groups(),
            each -> words("group", each),
            chosen -> ask(query.in(chosen)));
    first = groups.getChildren().getFirst();
    VBox fields = new VBox(field("filter.groups", groups), field("filter.whose", whose()));
    fields.getStyleClass().add("filter-fields");
    fields.getChildren().addAll(more());
    ScrollPane scroll = new ScrollPane(fields);
    scroll.getStyleClass().add("filter-scroll");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
    save =
        Buttons.primary(
            texts.get("filter.save"),
            Icon.BOOKMARK_PLUS,
            () -> {
              model.save(name.getText(), query);
              close.run();
            });
    save.setId("view-save");
    problem.getStyleClass().addAll("tiny", "muted");
    problem.setId("filter-problem");
    problem.setWrapText(true);
    getChildren().setAll(head, scroll, foot(close, deleted));
    name.textProperty().subscribe(typed -> check());
    count();
  }

  /** What gets the focus first. */
  Node first() {
    return first;
  }

  private Node foot(Runnable close, Consumer<SavedView> deleted) {
    SavedView own = model.saved().get();
    name.setId("view-name");
    name.setPromptText(texts.get("filter.name"));
    name.setAccessibleText(name.getPromptText());
    name.setText(own == null ? "" : own.name());
    name.setOnAction(enter -> save.fire());
    HBox.setHgrow(name, javafx.scene.layout.Priority.ALWAYS);
    HBox naming = new HBox(name, save);
    naming.getStyleClass().add("filter-naming");
    HBox buttons = new HBox();
    buttons.getStyleClass().add("question-buttons");
    if (own != null) {
      Button delete =
          Buttons.danger(
              texts.get("filter.delete"),
              Icon.TRASH_2,
              () -> {
                close.run();
                SavedView gone = model.delete();
                if (gone != null) {
                  deleted.accept(gone);
                }
              });
      delete.setId("view-delete");
      buttons.getChildren().addAll(delete, gap());
    }
    Button done = Buttons.secondary(texts.get("filter.done"), null, close);
    done.setId("filter-done");
    buttons.getChildren().add(done);
    VBox foot = new VBox(naming, problem, buttons);
    foot.getStyleClass().add("filter-foot");
    return foot;
  }

  private Node whose() {
    List<UserRow> people = model.people();
    person.setId("filter-person");
    person.setPromptText(texts.get("filter.person"));
    person.setAccessibleText(person.getPromptText());
    person.setItems(FXCollections.observableArrayList(people));
    person.setMaxWidth(Double.MAX_VALUE);
    person.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable UserRow one) {
            return one == null ? "" : one.name();
          }

          @Override
          public @Nullable UserRow fromString(String words) {
            return person.getValue();
          }
        });
    people.stream()
        .filter(one -> one.id().equals(query.person()))
        .findFirst()
        .ifPresent(person::setValue);
    if (query.whose() != DialogQuery.Whose.PERSON) {
      whose.select(query.whose());
    }
    person
        .valueProperty()
        .subscribe((was, is) -> {
          if (is != null) {
            whose.clear();
            ask(query.of(DialogQuery.Whose.PERSON, is.id()));
          }
        });
    Label gone = new Label(texts.get("gone.choose"));
    gone.setId("filter-gone");
    gone.getStyleClass().addAll("small", "muted");
    gone.setWrapText(true);
    Shown.when(model.isPersonGone(query), gone);
    askedPerson = () -> Shown.when(model.isPersonGone(query), gone);
    VBox both = new VBox(whose, person, gone);
    both.getStyleClass().add("filter-whose");
    return both;
  }

  private void chooseWhose(DialogQuery.Whose chosen) {
    person.setValue(null);
    ask(query.of(chosen, null));
  }

  private List<Node> more() {
    List<ChannelRow> channels = model.channels();
    List<String> tags = model.tags(query);
    Choice<DialogQuery.Wait> wait =
        new Choice<>(
            texts.get("filter.wait"),
            Arrays.asList(DialogQuery.Wait.values()),
            each -> words("wait", each),
            chosen -> ask(query.waiting(chosen)));
    wait.select(query.waiting());
    Choice<DialogQuery.Order> order =
        new Choice<>(
            texts.get("filter.order"),
            Arrays.asList(DialogQuery.Order.values()),
            each -> words("order", each),
            chosen -> ask(query.by(chosen)));
    order.select(query.order());
    Choices<DialogQuery.Trait> traits =
        new Choices<>(
            texts.get("filter.traits"),
            Arrays.asList(DialogQuery.Trait.values()),
            query.traits(),
            each -> words("trait", each),
            chosen -> ask(query.with(chosen)));
    Choices<Priority> priorities =
        new Choices<>(
            texts.get("filter.priorities"),
            List.of(Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW),
            query.priorities(),
            PriorityMark::words,
            chosen -> ask(query.urgent(chosen)));
    List<ChannelId> ids =
        Stream.concat(channels.stream().map(ChannelRow::id), model.goneChannels(query).stream())
            .toList();
    Choices<ChannelId> ways =
        new Choices<>(
            texts.get("filter.channels"),
            ids,
            query.channels(),
            id -> nameOf(channels, id),
            chosen -> ask(query.through(chosen)));
    Choices<String> marks =
        new Choices<>(
            texts.get("filter.tags"),
            tags.subList(0, Math.min(tags.size(), Math.max(MOST_TAGS, query.tags().size()))),
            Set.copyOf(query.tags()),
            tag -> tag,
            chosen -> ask(query.tagged(chosen.stream().sorted().toList())));
    return Stream.of(
            field("filter.wait", wait),
            field("filter.traits", traits),
            ids.size() > 1 || !query.channels().isEmpty() ? field("filter.channels", ways) : null,
            field("filter.priorities", priorities),
            tags.isEmpty() ? null : field("filter.tags", marks),
            field("filter.order", order))
        .filter(Objects::nonNull)
        .toList();
  }

  private String nameOf(List<ChannelRow> channels, ChannelId id) {
    return channels.stream()
        .filter(channel -> channel.id().equals(id))
        .map(ChannelRow::name)
        .findFirst()
        .orElse(texts.get("gone.channelName"));
  }

  private Node field(String key, Node control) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().addAll("small", "medium");
    label.setLabelFor(control);
    VBox field = new VBox(label, control);
    field.getStyleClass().add("filter-field");
    return field;
  }

  private void ask(DialogQuery asked) {
    query = asked;
    model.ask(asked);
    askedPerson.run();
    count();
  }

  private void count() {
    count.setText(texts.count("count", model.count(query)));
  }

  /** An empty name is nothing to complain of before something is typed. */
  private void check() {
    String typed = name.getText();
    String why = model.refusal(typed);
    save.setDisable(why != null);
    String shown = typed.isBlank() || why == null ? "" : why;
    problem.setText(shown);
    Shown.when(!shown.isEmpty(), problem);
  }

  private String words(String prefix, Enum<?> value) {
    return texts.get(prefix + "." + value.name().toLowerCase(Locale.ROOT));
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
    return gap;
  }
}
