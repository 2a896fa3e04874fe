package app.recado.client.ui.conversation;

import app.recado.client.state.HeldItem;
import app.recado.client.state.TimelineEntry;
import app.recado.client.sync.Desk;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import app.recado.protocol.UserRow;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/** The cards of what is held, for a place outside the conversation they belong to. */
public final class HeldCards {
  private final Desk desk;
  private final BiConsumer<DialogId, MessageId> reading;
  private final Texts texts = Texts.of("conversation");
  private final HeldWords words;

  /**
   * @param reading shows a message in its conversation
   */
  public HeldCards(Desk desk, BiConsumer<DialogId, MessageId> reading) {
    this.desk = desk;
    this.reading = reading;
    words = new HeldWords(texts, new Names(desk, texts));
  }

  /**
   * A card with its choices. What the agent has not seen must be read in the conversation before it
   * can be overruled, so those choices stay shut here.
   */
  public Node card(HeldItem item) {
    HeldRow row = new HeldRow(texts, words, new Acts(item));
    row.show(item, item.now() == null || item.now().unseen() == null);
    return row;
  }

  private final class Acts implements RowActions {
    private final HeldItem item;

    Acts(HeldItem item) {
      this.item = item;
    }

    @Override
    public void resolve(HeldItem held, HeldItem.Choice choice) {
      desk.resolve(held, choice);
    }

    @Override
    public void jumpTo(MessageId message) {
      reading.accept(item.dialog(), message);
    }

    @Override
    public void menu(TimelineEntry.Message message, Bounds seen) {}

    @Override
    public void person(UserRow person, Bounds seen) {}

    @Override
    public void fill(TimelineEntry.Hole hole) {}

    @Override
    public void retry(TimelineEntry.Message message) {}

    @Override
    public void takeBack(TimelineEntry.Message message) {}

    @Override
    public void sendNow(TimelineEntry.Message message) {}

    @Override
    public void callBack(TimelineEntry.Scheduled message) {}

    @Override
    public void sendNow(TimelineEntry.Scheduled message) {}

    @Override
    public void discard(TimelineEntry.Scheduled message) {}

    @Override
    public void view(Attachment picture, Path place) {}

    @Override
    public void selecting(MessageText text) {}
  }
}
