package app.recado.client.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/** What concerns this computer and not the person. */
final class ComputerPage {
  private final Cards cards;
  private final Computer computer;
  private final CheckBox start;
  private final CheckBox links;

  ComputerPage(Cards cards, Computer computer) {
    this.cards = cards;
    this.computer = computer;
    start = cards.toggle("start.withComputer");
    links = cards.toggle("start.links");
  }

  List<Node> cards() {
    return List.of(startCard(), secretsCard());
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
