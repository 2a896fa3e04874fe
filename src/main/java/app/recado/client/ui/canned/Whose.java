package app.recado.client.ui.canned;

import app.recado.client.sync.Desk;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.CannedScope;
import app.recado.protocol.ChannelId;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.UserRow;
import app.recado.protocol.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Who is to have what somebody keeps to use again. */
public record Whose(CannedScope scope, @Nullable ChannelId channel, String words) {

  /**
   * Mine first, then my channels, then everybody.
   *
   * @param before the channel that has it now; null for none
   */
  public static List<Whose> choices(Desk desk, @Nullable ChannelId before) {
    Texts texts = Texts.of("canned");
    List<Whose> choices = new ArrayList<>();
    choices.add(new Whose(CannedScope.PERSONAL, null, texts.get("whose.mine")));
    for (ChannelRow channel : desk.channels()) {
      if (worksIn(desk.me().getValue(), channel) || channel.id().equals(before)) {
        choices.add(
            new Whose(
                CannedScope.CHANNEL, channel.id(), texts.get("whose.channel", channel.name())));
      }
    }
    choices.add(new Whose(CannedScope.EVERYBODY, null, texts.get("whose.everybody")));
    return choices;
  }

  private static boolean worksIn(UserRow me, ChannelRow channel) {
    return me.visibility() == Visibility.ALL || channel.queue().agents().contains(me.id());
  }

  /** The one of these that it is, whatever it is called there; itself if it is none of them. */
  public Whose among(List<Whose> choices) {
    return among(choices, scope, channel, this);
  }

  /** The one of the choices that has these; another if none does. */
  public static Whose among(
      List<Whose> choices, CannedScope scope, @Nullable ChannelId channel, Whose otherwise) {
    return choices.stream().filter(one -> one.is(scope, channel)).findFirst().orElse(otherwise);
  }

  private boolean is(CannedScope other, @Nullable ChannelId ofChannel) {
    return scope == other && Objects.equals(channel, ofChannel);
  }

  /** For lists of choices. */
  public static StringConverter<Whose> converter() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable Whose one) {
        return one == null ? "" : one.words();
      }

      @Override
      public Whose fromString(String words) {
        throw new UnsupportedOperationException("nobody types it");
      }
    };
  }
}
