package app.recado.client.ui.customer;

import app.recado.client.state.DialogItem;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.DialogRow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is known.
 *
 * @param copied what copying it puts on the clipboard; null where that makes no sense
 */
record Fact(String label, String value, @Nullable String copied) {
  private static final List<String> FIRST = List.of("phone", "email", "city");
  private static final Set<String> NAMED = Set.of("phone", "email", "city", "timeZone", "page");

  /** Of the customer, the usual ones first; only what is known. */
  static List<Fact> contact(DialogItem item, Instant now, Texts texts) {
    Map<String, String> known = item.customer().contact();
    List<Fact> facts = new ArrayList<>();
    for (String key : FIRST) {
      String value = known.getOrDefault(key, "");
      if (!value.isBlank()) {
        facts.add(new Fact(texts.get("contact." + key), value, value));
      }
    }
    String zone = known.getOrDefault("timeZone", "");
    if (!zone.isBlank()) {
      localTime(zone, now)
          .ifPresent(time -> facts.add(new Fact(texts.get("contact.localTime"), time, null)));
    }
    String page = known.getOrDefault("page", "");
    if (!page.isBlank()) {
      facts.add(new Fact(texts.get("contact.page"), page, page));
    }
    new TreeMap<>(known)
        .forEach((key, value) -> {
          if (!NAMED.contains(key) && !value.isBlank()) {
            facts.add(new Fact(key, value, value));
          }
        });
    return facts;
  }

  /** Of the session that is open, or the last one. */
  static List<Fact> conversation(
      DialogItem item,
      Instant now,
      @Nullable String owner,
      List<String> participants,
      Moments moments,
      Texts texts) {
    DialogRow.Session session = item.dialog().session();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(texts.get("session.started"), moments.ago(session.startedAt(), now), null));
    if (owner != null) {
      facts.add(new Fact(texts.get("session.owner"), owner, null));
    }
    if (!participants.isEmpty()) {
      facts.add(new Fact(texts.get("session.joined"), String.join(", ", participants), null));
    }
    Long reply = session.firstReplySeconds();
    if (reply != null) {
      facts.add(
          new Fact(texts.get("session.firstReply"), moments.wait(Duration.ofSeconds(reply)), null));
    }
    Instant ended = session.endedAt();
    if (ended != null) {
      facts.add(new Fact(texts.get("session.ended"), moments.ago(ended, now), null));
    }
    Integer rating = session.rating();
    if (rating != null) {
      facts.add(new Fact(texts.get("session.rating"), texts.get("session.stars", rating), null));
    }
    return facts;
  }

  private static java.util.Optional<String> localTime(String zone, Instant now) {
    try {
      return java.util.Optional.of(new Moments(ZoneId.of(zone)).timeOfDay(now));
    } catch (DateTimeException unknownZone) {
      return java.util.Optional.empty();
    }
  }
}
