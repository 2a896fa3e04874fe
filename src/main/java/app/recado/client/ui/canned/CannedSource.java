package app.recado.client.ui.canned;

import app.recado.client.state.DialogItem;
import app.recado.client.sync.Desk;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.suggest.Piece;
import app.recado.client.ui.suggest.SuggestSource;
import app.recado.client.ui.suggest.Suggestion;
import app.recado.protocol.CannedRow;
import app.recado.protocol.CannedScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Canned responses behind {@code #}, filled in for the dialog that is open. */
public final class CannedSource implements SuggestSource {
  private static final int MOST = 50;

  private final Desk desk;
  private final Supplier<@Nullable DialogItem> item;
  private final Runnable create;
  private final Texts texts = Texts.of("canned");

  /**
   * @param item the dialog that is open
   * @param create lets a new response be written
   */
  public CannedSource(Desk desk, Supplier<@Nullable DialogItem> item, Runnable create) {
    this.desk = desk;
    this.item = item;
    this.create = create;
  }

  @Override
  public char sign() {
    return '#';
  }

  @Override
  public boolean atLineStart() {
    return false;
  }

  @Override
  public String name() {
    return texts.get("suggest.name");
  }

  @Override
  public String keys() {
    return texts.get("suggest.keys");
  }

  @Override
  public String nothing() {
    return texts.get("suggest.nothing");
  }

  @Override
  public List<String> filters() {
    List<String> filters = new ArrayList<>(List.of(texts.get("all"), texts.get("mine")));
    DialogItem open = item.get();
    if (open != null) {
      filters.add(open.channel().name());
    }
    return filters;
  }

  @Override
  public Extra extra() {
    return new Extra(texts.get("new"), create);
  }

  @Override
  public List<Suggestion> find(String query, int filter) {
    DialogItem open = item.get();
    Map<Variable, String> values = Values.of(open, desk.me().getValue());
    List<CannedRow> rows = desk.canned().all().filtered(fits(open, filter));
    boolean sections = query.isBlank();
    return CannedFinder.find(rows, query).stream()
        .limit(MOST)
        .map(row -> suggestion(row, values, sections))
        .toList();
  }

  /** Another channel's responses are of no use here. */
  private static Predicate<CannedRow> fits(@Nullable DialogItem open, int filter) {
    return row ->
        switch (row.scope()) {
          case PERSONAL -> filter < 2;
          case EVERYBODY -> filter == 0;
          case CHANNEL -> filter != 1 && open != null && open.channel().id().equals(row.channel());
        };
  }

  private Suggestion suggestion(CannedRow row, Map<Variable, String> values, boolean sections) {
    return new Suggestion(
        sections ? row.section() : "",
        row.shortcut().isEmpty() ? "" : "#" + row.shortcut(),
        null,
        row.title(),
        () -> row.scope() == CannedScope.PERSONAL ? texts.get("mine") : "",
        detail(row, values),
        "",
        (field, send) -> {
          field.replace(Template.fill(row.text(), values));
          field.attach(row.attachments());
          desk.canned().used(row.id());
          if (send) {
            field.send();
          }
        });
  }

  /** What it says, and the names of what comes with it. */
  private static List<Piece> detail(CannedRow row, Map<Variable, String> values) {
    List<Piece> detail = new ArrayList<>(pieces(row.text(), values));
    row.attachments().forEach(file -> detail.add(Piece.plain(" · " + file.name())));
    return detail;
  }

  static List<Piece> pieces(String text, Map<Variable, String> values) {
    return Template.parts(text, values).stream()
        .map(part ->
            switch (part) {
              case Template.Words words -> Piece.plain(words.text());
              case Template.Value value -> new Piece(value.text(), Piece.Kind.VALUE);
              case Template.Open open -> new Piece(open.text(), Piece.Kind.OPEN);
            })
        .toList();
  }
}
