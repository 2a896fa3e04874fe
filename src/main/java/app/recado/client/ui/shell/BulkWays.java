package app.recado.client.ui.shell;

import app.recado.client.state.DialogItem;
import app.recado.client.sync.Desk;
import app.recado.client.ui.bulk.BulkPorts;
import app.recado.client.ui.controls.Overlay;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.VisitorName;
import app.recado.client.ui.marks.MarkCards;
import app.recado.client.ui.transfer.TransferView;
import app.recado.client.ui.transfer.TransferViewModel;
import app.recado.protocol.ChannelId;
import app.recado.protocol.DialogId;
import app.recado.protocol.Priority;
import app.recado.protocol.UserId;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Opens for several dialogs what is opened for one. */
final class BulkWays implements BulkPorts {
  private final Desk desk;
  private final Moments moments;
  private final Overlay overlay;
  private final Node anchor;
  private final Consumer<DialogId> show;

  /**
   * @param anchor beside what the cards open
   */
  BulkWays(Desk desk, Moments moments, Overlay overlay, Node anchor, Consumer<DialogId> show) {
    this.desk = desk;
    this.moments = moments;
    this.overlay = overlay;
    this.anchor = anchor;
    this.show = show;
  }

  @Override
  public Overlay overlay() {
    return overlay;
  }

  @Override
  public void show(DialogId dialog) {
    show.accept(dialog);
  }

  @Override
  public String nameOf(DialogId dialog) {
    DialogItem item = desk.inbox().item(dialog).getValue();
    return item == null ? "" : VisitorName.of(item.customer().name());
  }

  @Override
  public void chooseTags(List<String> on, BiConsumer<List<String>, List<String>> change) {
    cards().tags(on, change::accept);
  }

  @Override
  public void choosePriority(Consumer<Priority> chosen) {
    cards().priority(null, chosen);
  }

  @Override
  public void chooseSnooze(Consumer<Instant> until) {
    cards().snooze(until);
  }

  private MarkCards cards() {
    return new MarkCards(desk, moments, overlay, anchor);
  }

  @Override
  public void chooseTransfer(Transfer transfer) {
    TransferViewModel model =
        TransferViewModel.several(
            desk,
            new TransferViewModel.Doing() {
              @Override
              public void invite(List<UserId> users) {
                throw new IllegalStateException("several are transferred only");
              }

              @Override
              public void transferToUser(UserId user, @Nullable String comment, boolean stay) {
                transfer.to(user, null, comment);
              }

              @Override
              public void transferToChannel(ChannelId channel, @Nullable String comment) {
                transfer.to(null, channel, comment);
              }
            },
            moments);
    TransferView card = new TransferView(model, overlay::hide);
    overlay.showBelow(anchor, card, card.first());
  }
}
