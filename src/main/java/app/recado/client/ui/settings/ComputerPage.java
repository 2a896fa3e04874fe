package app.recado.client.ui.settings;

import app.recado.client.ui.controls.Buttons;
import app.recado.client.ui.theme.Icon;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/** What concerns this computer and not the person. */
final class ComputerPage {
  private final Cards cards;
  private final Computer computer;
  private final Runnable copyDiagnostics;
  private final CheckBox start;
  private final CheckBox links;

  /**
   * @param copyDiagnostics puts them on the clipboard
   */
  ComputerPage(Cards cards, Computer computer, Runnable copyDiagnostics) {
    this.cards = cards;
    this.computer = computer;
    this.copyDiagnostics = copyDiagnostics;
    start = cards.toggle("start.withComputer");
    links = cards.toggle("start.links");
  }

  List<Node> cards() {
    return List.of(startCard(), secretsCard(), helpCard());
  }

  private Node startCard() {
    if (!computer.canSetStartup()) {
      return cards.card("start", cards.hint("start.unknown"));
    }
    start.setDisable(true);
    links.setDisable(true);
    start.setOnAction(pressed -> computer.startWithComputer(start.isSelected(), this::show));
    links.setOnAction(pressed -> computer.openLinks(links.isSelected(), this::show));
    computer.startup(this::show);
    return cards.card("start", start, links, cards.hint("start.text"));
  }

  private Node helpCard() {
    Button copy = Buttons.secondary(cards.texts().get("help.copy"), Icon.COPY, copyDiagnostics);
    copy.setId("copy-diagnostics");
    return cards.card("help", copy, cards.hint("help.text"));
  }

  private Node secretsCard() {
    Label where = cards.hint("secrets.nowhere");
    computer.secrets(place ->
        where.setText(cards.texts().get("secrets." + place.name().toLowerCase(Locale.ROOT))));
    return cards.card("secrets", where);
  }

  private void show(Optional<Computer.Starting> starting) {
    start.setDisable(starting.isEmpty());
    links.setDisable(starting.isEmpty() || !computer.canSetLinks());
    starting.ifPresent(now -> {
      start.setSelected(now.withComputer());
      links.setSelected(now.byLinks());
    });
  }
}
