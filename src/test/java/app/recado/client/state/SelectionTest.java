package app.recado.client.state;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.DialogId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private final List<DialogId> rows = rows(10);
  private final Selection selection = new Selection();

  @Test
  void togglingAddsAndTakesOut() {
    selection.toggle(rows.get(2));
    selection.toggle(rows.get(5));
    selection.toggle(rows.get(2));
    assertSelected(5);
  }

  @Test
  void aRangeReachesFromTheLastOneChosenAndShrinksAgain() {
    selection.toggle(rows.get(8));
    selection.toggle(rows.get(2));
    selection.extend(rows, rows.get(5), null);
    assertSelected(2, 3, 4, 5, 8);
    selection.extend(rows, rows.get(1), null);
    assertSelected(1, 2, 8);
  }

  @Test
  void arrowsExtendFromTheOpenRowAndStopAtTheEnds() {
    selection.extend(rows, 1, rows.get(7));
    assertSelected(7, 8);
    selection.extend(rows, 5, rows.get(7));
    assertSelected(7, 8, 9);
    selection.extend(rows, -3, rows.get(7));
    assertSelected(6, 7);
  }

  @Test
  void aRangeWhoseBeginningIsGoneBeginsAnew() {
    selection.toggle(rows.get(2));
    selection.retain(rows.subList(5, 10));
    assertThat(selection.isEmpty()).isTrue();
    selection.extend(rows.subList(5, 10), rows.get(7), rows.get(6));
    assertSelected(6, 7);
  }

  @Test
  void whatIsListedNoMoreIsNotSelected() {
    selection.all(rows);
    selection.retain(rows.subList(0, 3));
    assertSelected(0, 1, 2);
    selection.clear();
    assertThat(selection.isEmpty()).isTrue();
  }

  @Test
  void thereIsAMost() {
    selection.all(rows(700));
    assertThat(selection.dialogs().get()).hasSize(Selection.MOST);
  }

  @Test
  void rowsMayMoveInBetween() {
    selection.toggle(rows.get(2));
    selection.extend(rows.reversed(), rows.get(0), null);
    assertSelected(0, 1, 2);
  }

  private void assertSelected(int... places) {
    assertThat(selection.dialogs().get())
        .containsExactlyInAnyOrderElementsOf(IntStream.of(places).mapToObj(rows::get).toList());
  }

  private static List<DialogId> rows(int number) {
    return IntStream.range(0, number).mapToObj(each -> new DialogId("d" + each)).toList();
  }
}
