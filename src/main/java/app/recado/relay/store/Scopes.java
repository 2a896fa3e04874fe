package app.recado.relay.store;

import app.recado.protocol.ChannelId;
import app.recado.protocol.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees by: the scopes the person is in, each with the number of the entry that gave
 * it, and those the person ever was in. Immutable.
 */
public final class Scopes {

  /** The scope of which every dialog is a part. */
  public static final String ALL = "all";

  /** The scope of supervisors and administrators: of rows that agents have no need of. */
  public static final String LEAD = "lead";

  private final UserId user;
  private final Map<String, Long> present;
  private final Set<String> ever;
  private final boolean seesAll;

  private Scopes(UserId user, Map<String, Long> present, Set<String> ever) {
    this.user = user;
    this.present = present;
    this.ever = ever;
    this.seesAll = present.containsKey(ALL);
  }

  public static String of(UserId user) {
    return "user:" + user.value();
  }

  public static String of(ChannelId channel) {
    return "channel:" + channel.value();
  }

  /** The scope of those who work in a channel, whatever dialogs of it they see. */
  public static String ofQueue(ChannelId channel) {
    return "queue:" + channel.value();
  }

  public static Scopes load(Tx tx, UserId user) {
    return tx.remembered(Scopes.class, user, () -> Optional.of(read(tx, user))).orElseThrow();
  }

  private static Scopes read(Tx tx, UserId user) {
    Map<String, Long> present = new HashMap<>();
    Set<String> ever = new HashSet<>();
    tx.list(
            "SELECT scope, present, seq FROM user_scope WHERE user_id = ?",
            row -> new Entry(row.text(1), row.flag(2), row.number(3)),
            user)
        .forEach(entry -> {
          ever.add(entry.scope);
          if (entry.present) {
            present.put(entry.scope, entry.seq);
          }
        });
    return new Scopes(user, present, ever);
  }

  private record Entry(String scope, boolean present, long seq) {}

  public UserId user() {
    return user;
  }

  public boolean has(String scope) {
    return present.containsKey(scope);
  }

  /** Whether a row of a scope is visible now. */
  public boolean sees(String scope) {
    return (seesAll && !scope.equals(LEAD)) || present.containsKey(scope);
  }

  /** The number of the entry since which rows of a scope are visible; endless if they are not. */
  long sinceWhen(String scope) {
    long own = present.getOrDefault(scope, Long.MAX_VALUE);
    long all = scope.equals(LEAD) ? Long.MAX_VALUE : present.getOrDefault(ALL, Long.MAX_VALUE);
    return Math.min(own, all);
  }

  /** Whether a row of a scope may ever have been visible. */
  boolean everSaw(String scope) {
    return (ever.contains(ALL) && !scope.equals(LEAD)) || ever.contains(scope);
  }

  boolean everHad(String scope) {
    return ever.contains(scope);
  }

  /** Whether the person is in a scope, and was before an entry. */
  boolean hadBefore(String scope, long seq) {
    Long since = present.get(scope);
    return since != null && since < seq;
  }

  /** Whether a dialog with these scopes is visible now. */
  boolean see(Audience audience) {
    return seesAll || audience.anySince(present, Long.MAX_VALUE, null);
  }

  /**
   * Whether such a dialog has been visible since before an entry, whatever that entry says about
   * one scope.
   */
  boolean sawBefore(Audience audience, long seq, @Nullable String besides) {
    Long all = present.get(ALL);
    if (all != null && all < seq && !ALL.equals(besides)) {
      return true;
    }
    return audience.anySince(present, seq, besides);
  }
}
