package app.recado.client.ui.macros;

import app.recado.client.sync.Desk;
import app.recado.client.ui.action.Obstacles;
import app.recado.client.ui.canned.Template;
import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.controls.Shown;
import app.recado.client.ui.controls.Subscription;
import app.recado.client.ui.emoji.EmojiLabel;
import app.recado.client.ui.emoji.EmojiText;
import app.recado.client.ui.emoji.EmojiView;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.i18n.VisitorName;
import app.recado.client.ui.macros.MacroPlan.Fate;
import app.recado.client.ui.macros.MacroPlan.Planned;
import app.recado.client.ui.macros.MacroPreviewViewModel.Preview;
import app.recado.client.ui.theme.Icon;
import app.recado.client.ui.theme.IconView;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Shows what a macro is about to do, in order, with each text as it will be sent. Enter does it,
 * Esc leaves things be.
 */
public final class MacroPreview extends VBox implements AutoCloseable {
  private static final double WIDTH = 500;
  private static final double PADDING = 17;
  private static final double TALLEST = 380;
  private static final double FONT = 13;
  private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");

  private final MacroPreviewViewModel model;
  private final Desk desk;
  private final Moments moments;
  private final Texts texts = Texts.of("macros");
  private final StepWords words;
  private final Label about = new Label();
  private final VBox steps = new VBox();
  private final ScrollPane scroll = new Steps(steps);
  private final Label others = new Label();
  private final Label missing = new Label();
  private final HBox warning = new HBox(new IconView(Icon.TRIANGLE_ALERT, 14), missing);
  private final Button run;
  private final Button cancel;
  private final Subscription subscription = new Subscription();

  private MacroPreview(MacroPreviewViewModel model, Desk desk, Moments moments, Runnable close) {
    this.model = model;
    this.desk = desk;
    this.moments = moments;
    words = new StepWords(desk);
    getStyleClass().addAll("popover", "macro-preview");
    setId("macro-preview");
    setPrefWidth(WIDTH);
    setAccessibleRole(AccessibleRole.DIALOG);
    Label title = new EmojiLabel(model.name());
    title.getStyleClass().add("heading");
    title.setWrapText(true);
    about.getStyleClass().addAll("small", "muted");
    about.setWrapText(true);
    steps.getStyleClass().add("macro-steps");
    steps.setAccessibleRole(AccessibleRole.LIST_VIEW);
    scroll.getStyleClass().add("plain-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    others.setId("macro-others");
    others.getStyleClass().addAll("small", "muted");
    others.setWrapText(true);
    missing.setWrapText(true);
    missing.getStyleClass().add("small");
    HBox.setHgrow(missing, Priority.ALWAYS);
    warning.setId("macro-missing");
    warning.getStyleClass().add("macro-missing");
    warning.setAlignment(Pos.CENTER_LEFT);
    cancel = Buttons.secondary(texts.get("cancel"), null, close);
    run =
        Buttons.primary(
            "",
            null,
            () -> {
              close.run();
              model.run();
            });
    run.setId("macro-run");
    run.setDefaultButton(true);
    HBox buttons = new HBox(cancel, run);
    buttons.getStyleClass().add("question-buttons");
    getChildren().setAll(title, about, scroll, others, warning, buttons);
    subscription.to(model.preview(), this::show);
    subscription.and(model::close);
  }

  /** Opens it in the middle of its layer. */
  public static void open(
      MacroPreviewViewModel model, Desk desk, Moments moments, Overlay overlay) {
    MacroPreview card = new MacroPreview(model, desk, moments, overlay::hide);
    overlay.showCentred(card, card.run.isDisabled() ? card.cancel : card.run);
    overlay.onClosed(card::close);
  }

  private void show(Preview preview) {
    String name = VisitorName.of(preview.name());
    about.setText(
        model.isSingle()
            ? texts.get("preview.one", name)
            : texts.get("preview.several", preview.runs().size(), model.dialogs(), name));
    setAccessibleText(model.name() + ". " + about.getText());
    steps.getChildren().clear();
    int number = 0;
    for (Planned step : preview.shown().steps()) {
      steps.getChildren().add(row(++number, step));
    }
    others.setText(
        preview.obstacles().entrySet().stream()
            .map(one -> texts.get("preview.why", one.getValue(), Obstacles.words(one.getKey())))
            .collect(Collectors.joining("\n", texts.get("preview.others") + "\n", "")));
    Shown.when(!preview.skipped().isEmpty(), others);
    List<Template.Open> open = preview.open();
    missing.setText(
        open.isEmpty()
            ? ""
            : texts.get(
                "preview.missing",
                open.stream()
                    .map(Template.Open::text)
                    .distinct()
                    .collect(Collectors.joining(", "))));
    Shown.when(!open.isEmpty(), warning);
    run.setText(
        !preview.isReady()
            ? texts.get("run.none")
            : model.isSingle()
                ? texts.count("run", preview.steps())
                : texts.count("run.several", preview.runs().size()));
    run.setAccessibleText(run.getText());
    run.setDisable(!preview.isReady());
  }

  private Node row(int number, Planned step) {
    boolean runs = step.fate() == Fate.RUNS || step.fate() == Fate.OPEN;
    Label name = new EmojiLabel(texts.get("preview.step", number, what(step)));
    name.getStyleClass().add("strong");
    name.setWrapText(true);
    name.setMinWidth(0);
    VBox lines = new VBox(name);
    lines.getStyleClass().add("macro-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    if (!step.text().isEmpty()) {
      lines.getChildren().add(text(step.text()));
    }
    String why = why(step);
    if (!why.isEmpty()) {
      Label reason = new Label(why);
      reason
          .getStyleClass()
          .addAll("small", step.fate() == Fate.NOT_NEEDED ? "muted" : "macro-reason");
      reason.setWrapText(true);
      lines.getChildren().add(reason);
    }
    HBox row = new HBox(new IconView(StepWords.icon(step.step()), 16), lines);
    row.getStyleClass().add("macro-step");
    row.pseudoClassStateChanged(LEFT_OUT, !runs);
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    String said = step.text().stream().map(Template.Part::text).collect(Collectors.joining());
    row.setAccessibleText(
        String.join(
            ". ",
            List.of(name.getText(), said, why).stream().filter(part -> !part.isEmpty()).toList()));
    return row;
  }

  private String what(Planned step) {
    return step.until() == null
        ? words.what(step.step())
        : texts.get("does.snooze.until", moments.coming(step.until(), desk.relayNow()));
  }

  private String why(Planned step) {
    String obstacle = step.why() == null ? "" : Obstacles.words(step.why());
    return switch (step.fate()) {
      case RUNS -> "";
      case NOT_NEEDED -> texts.get("fate.not_needed", obstacle);
      case PREVENTED -> texts.get("fate.prevented", obstacle);
      case BEHIND -> texts.get("fate.behind");
      case OPEN -> texts.get("fate.open");
    };
  }

  private static Node text(List<Template.Part> parts) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("macro-text");
    for (Template.Part part : parts) {
      for (EmojiText.Piece piece : EmojiText.cut(part.text())) {
        flow.getChildren().add(drawn(piece, "macro-" + kind(part)));
      }
    }
    return flow;
  }

  private static Node drawn(EmojiText.Piece piece, String style) {
    if (piece instanceof EmojiText.Picture picture) {
      EmojiView view = new EmojiView(EmojiView.besides(FONT));
      view.show(picture.emoji());
      return view;
    }
    Text words = new Text(piece.text());
    words.getStyleClass().add(style);
    return words;
  }

  private static String kind(Template.Part part) {
    return part.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    subscription.close();
  }

  /** As tall as its lines are when they are broken, up to where it scrolls. */
  private static final class Steps extends ScrollPane {
    Steps(VBox content) {
      super(content);
    }

    @Override
    protected double computePrefHeight(double width) {
      return Math.min(TALLEST, Math.ceil(getContent().prefHeight(WIDTH - 2 * PADDING)) + 2);
    }
  }
}
