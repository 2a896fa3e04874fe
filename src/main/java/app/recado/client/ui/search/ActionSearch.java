package app.recado.client.ui.search;

import app.recado.client.sync.Folding;
import app.recado.client.ui.action.Action;
import app.recado.client.ui.action.Offer;
import app.recado.client.ui.action.Register;
import app.recado.client.ui.action.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what can be done by name, whatever the accents; quick enough for every key pressed. */
final class ActionSearch {
  private static final int MOST = 7;

  private final Register register;

  ActionSearch(Register register) {
    this.register = register;
  }

  /**
   * What the words name: first what begins with them, last what cannot be done now. Without words,
   * what can be done now.
   */
  List<Hit.Doing> find(String query) {
    List<String> words = Folding.words(query);
    if (words.isEmpty() && !query.isBlank()) {
      return List.of();
    }
    List<Hit.Doing> found = new ArrayList<>();
    for (Action action : register.all()) {
      String name = action.name();
      Standing standing = action.standing();
      if (words.isEmpty() ? standing.isReady() : Folding.matchesAll(name, words)) {
        found.add(
            new Hit.Doing(
                action.id(),
                action.icon(),
                name,
                Folding.ranges(name, words),
                "",
                action.keyShown(),
                standing.why(),
                action::run));
      }
    }
    for (Offer offer : register.offers()) {
      if (words.isEmpty() ? offer.standing().isReady() : Folding.matchesAll(offer.name(), words)) {
        found.add(
            new Hit.Doing(
                offer.name(),
                offer.icon(),
                offer.name(),
                Folding.ranges(offer.name(), words),
                offer.note(),
                "",
                offer.standing().why(),
                offer.effect()));
      }
    }
    // Sorting keeps the register's order among equals, and lets the offers follow it.
    found.sort(
        Comparator.comparing((Hit.Doing hit) -> !hit.isPossible())
            .thenComparing(hit -> !isWhole(hit, query))
            .thenComparing(hit -> !begins(hit)));
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  private static boolean isWhole(Hit.Doing hit, String query) {
    return hit.shown().equalsIgnoreCase(query.strip());
  }

  private static boolean begins(Hit.Doing hit) {
    return hit.matches().stream().anyMatch(range -> range.from() == 0);
  }
}
