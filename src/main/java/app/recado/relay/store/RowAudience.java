package app.recado.relay.store;

import app.recado.protocol.CannedScope;
import app.recado.protocol.ChannelId;
import app.recado.protocol.UserId;
import org.jspecify.annotations.Nullable;

/** Who may see a row of no dialog. */
public sealed interface RowAudience {

  /** Everybody. */
  record Everybody() implements RowAudience {}

  /** One person alone. */
  record OnePerson(UserId person) implements RowAudience {}

  /** Whoever is in a scope, and whoever is in {@link Scopes#ALL}. */
  record InScope(String name) implements RowAudience {}

  /** That of what people keep for themselves or share. */
  static RowAudience of(CannedScope scope, @Nullable ChannelId channel, UserId owner) {
    return switch (scope) {
      case PERSONAL -> new OnePerson(owner);
      case EVERYBODY -> new Everybody();
      case CHANNEL -> {
        if (channel == null) {
          throw new IllegalStateException("of a channel, but of none");
        }
        yield new InScope(Scopes.ofQueue(channel));
      }
    };
  }

  private static String prefix(RowAudience audience) {
    return switch (audience) {
      case Everybody _ -> "";
      case OnePerson one -> one.person.value() + "/";
      case InScope scope -> scope.name + "/";
    };
  }

  /** The key of a row's entry for this audience. */
  default String key(String rowId) {
    return prefix(this) + rowId;
  }

  default @Nullable UserId user() {
    return this instanceof OnePerson one ? one.person : null;
  }

  default @Nullable String scope() {
    return this instanceof InScope scope ? scope.name : null;
  }

  /** Whether a reader sees what this audience is shown. */
  default boolean includes(Scopes reader) {
    return switch (this) {
      case Everybody _ -> true;
      case OnePerson one -> one.person.equals(reader.user());
      case InScope scope -> reader.sees(scope.name);
    };
  }
}
