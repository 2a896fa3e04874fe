package app.recado.client.ui.transfer;

import app.recado.client.state.DialogItem;
import app.recado.client.sync.Desk;
import app.recado.client.ui.action.Offer;
import app.recado.client.ui.action.Standing;
import app.recado.client.ui.i18n.Texts;
import app.recado.client.ui.theme.Icon;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.UserRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Transfers worth offering by name: to those a dialog was given to lately. */
public final class TransferOffers {
  private static final int MOST = 3;

  private final Desk desk;
  private final Texts texts = Texts.of("transfer");

  public TransferOffers(Desk desk) {
    this.desk = desk;
  }

  /**
   * @param standing whether the dialog can be transferred now
   * @param transferring does what it is given, so that it can be taken back
   */
  public List<Offer> of(DialogItem item, Standing standing, Consumer<Runnable> transferring) {
    List<Offer> offers = new ArrayList<>();
    List<String> recent = desk.recentTargets();
    for (String id : recent.subList(0, Math.min(MOST, recent.size()))) {
      Offer offer = offer(item, id, offers.isEmpty(), standing, transferring);
      if (offer != null) {
        offers.add(offer);
      }
    }
    return offers;
  }

  private @Nullable Offer offer(
      DialogItem item,
      String id,
      boolean last,
      Standing standing,
      Consumer<Runnable> transferring) {
    String note = texts.get(last ? "offer.last" : "offer.recent");
    for (UserRow person : desk.people()) {
      boolean has = person.id().equals(item.dialog().session().owner());
      if (person.id().value().equals(id) && person.active() && !has) {
        return new Offer(
            Icon.USER_CHECK,
            texts.get("offer", person.name()),
            note,
            standing,
            () ->
                transferring.accept(
                    () -> desk.transferToUser(item.id(), person.id(), null, false)));
      }
    }
    for (ChannelRow channel : desk.channels()) {
      if (channel.id().value().equals(id) && channel.active()) {
        return new Offer(
            Icon.ARROW_RIGHT_LEFT,
            texts.get("offer", channel.name()),
            note,
            standing,
            () -> transferring.accept(() -> desk.transferToChannel(item.id(), channel.id(), null)));
      }
    }
    return null;
  }
}
