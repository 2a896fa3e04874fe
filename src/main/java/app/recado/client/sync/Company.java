package app.recado.client.sync;

import app.recado.client.api.ApiException;
import app.recado.client.api.RelayApi;
import app.recado.client.state.Companion;
import app.recado.protocol.Author;
import app.recado.protocol.DialogId;
import app.recado.protocol.Signal;
import app.recado.protocol.Signal.Doing;
import app.recado.protocol.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who else is in a dialog at this moment, and telling them that one is there oneself. Only while
 * connected; nothing of it is kept, repeated or waited for. Engine thread only.
 */
final class Company {
  private static final Duration VIEWING_AGAIN = Duration.ofSeconds(Signal.VIEWING_AGAIN_SECONDS);
  private static final Duration TYPING_AGAIN = Duration.ofSeconds(Signal.TYPING_AGAIN_SECONDS);

  private final RelayApi api;
  private final Scheduler scheduler;
  private final InstantSource clock;
  private final UserId me;
  private final Supplier<@Nullable String> token;
  private final BiConsumer<DialogId, List<Companion>> show;
  private final Map<DialogId, Map<Author, Map<Doing, Scheduler.Task>>> present = new HashMap<>();
  private final Map<DialogId, Integer> watched = new HashMap<>();
  private final Map<DialogId, Instant> typed = new HashMap<>();
  private final Set<DialogId> refused = new HashSet<>();
  private Scheduler.@Nullable Task again;

  /**
   * @param token of the connection; null while there is none
   * @param show told who is in a dialog whenever that changes
   */
  Company(
      RelayApi api,
      Scheduler scheduler,
      InstantSource clock,
      UserId me,
      Supplier<@Nullable String> token,
      BiConsumer<DialogId, List<Companion>> show) {
    this.api = api;
    this.scheduler = scheduler;
    this.clock = clock;
    this.me = me;
    this.token = token;
    this.show = show;
  }

  /** A dialog is before the agent's eyes, until as many times {@link #left}. */
  void watches(DialogId dialog) {
    if (watched.merge(dialog, 1, Integer::sum) == 1) {
      refused.remove(dialog);
      tell(dialog, Doing.VIEWING);
      remind();
    }
  }

  void left(DialogId dialog) {
    if (watched.merge(dialog, -1, Integer::sum) <= 0) {
      watched.remove(dialog);
      typed.remove(dialog);
      tell(dialog, Doing.LEFT);
    }
  }

  /** The agent wrote on; said no more often than others have to know. */
  void typing(DialogId dialog, boolean whisper) {
    Instant now = clock.instant();
    Instant before = typed.get(dialog);
    if (before == null || Duration.between(before, now).abs().compareTo(TYPING_AGAIN) >= 0) {
      typed.put(dialog, now);
      tell(dialog, whisper ? Doing.WHISPERING : Doing.TYPING);
    }
  }

  /** Others learn anew who is where. */
  void connected() {
    refused.clear();
    tellAll();
  }

  private void tellAll() {
    watched.keySet().forEach(dialog -> tell(dialog, Doing.VIEWING));
    remind();
  }

  /** Nobody knows any more what others do. */
  void disconnected() {
    List<DialogId> before = List.copyOf(present.keySet());
    present
        .values()
        .forEach(company ->
            company.values().forEach(doings -> doings.values().forEach(Scheduler.Task::cancel)));
    present.clear();
    before.forEach(dialog -> show.accept(dialog, List.of()));
  }

  /** Who wrote has written. */
  void arrived(DialogId dialog) {
    Map<Author, Map<Doing, Scheduler.Task>> company = present.get(dialog);
    if (company != null) {
      for (Author author : List.copyOf(company.keySet())) {
        forget(dialog, author, Doing.TYPING);
        forget(dialog, author, Doing.WHISPERING);
      }
      shown(dialog);
    }
  }

  void heard(Signal signal) {
    DialogId dialog = signal.dialog();
    Author author = signal.author();
    if (author.isAgent(me)) {
      return;
    }
    boolean isNew = !present.getOrDefault(dialog, Map.of()).containsKey(author);
    switch (signal.doing()) {
      case LEFT -> List.of(Doing.values()).forEach(doing -> forget(dialog, author, doing));
      case VIEWING -> {
        keep(signal);
        if (isNew && watched.containsKey(dialog)) {
          tell(dialog, Doing.VIEWING); // who has just come does not know yet
        }
      }
      case TYPING, WHISPERING -> {
        forget(dialog, author, signal.doing() == Doing.TYPING ? Doing.WHISPERING : Doing.TYPING);
        keep(signal);
      }
    }
    shown(dialog);
  }

  private void keep(Signal signal) {
    Map<Doing, Scheduler.Task> doings =
        present
            .computeIfAbsent(signal.dialog(), dialog -> new LinkedHashMap<>())
            .computeIfAbsent(signal.author(), author -> new EnumMap<>(Doing.class));
    Scheduler.Task over =
        scheduler.after(
            Duration.ofSeconds(signal.lastsSeconds()),
            () -> {
              forget(signal.dialog(), signal.author(), signal.doing());
              shown(signal.dialog());
            });
    Scheduler.Task before = doings.put(signal.doing(), over);
    if (before != null) {
      before.cancel();
    }
  }

  private void forget(DialogId dialog, Author author, Doing doing) {
    Map<Author, Map<Doing, Scheduler.Task>> company = present.get(dialog);
    Map<Doing, Scheduler.Task> doings = company == null ? null : company.get(author);
    if (company == null || doings == null) {
      return;
    }
    Scheduler.Task task = doings.remove(doing);
    if (task != null) {
      task.cancel();
    }
    if (doings.isEmpty()) {
      company.remove(author);
    }
    if (company.isEmpty()) {
      present.remove(dialog);
    }
  }

  private void shown(DialogId dialog) {
    show.accept(
        dialog,
        present.getOrDefault(dialog, Map.of()).entrySet().stream()
            .map(entry -> new Companion(entry.getKey(), most(entry.getValue())))
            .toList());
  }

  /** Who writes looks on as well; what is written counts for more. */
  private static Doing most(Map<Doing, Scheduler.Task> doings) {
    return doings.keySet().stream()
        .reduce((before, doing) -> doing)
        .map(Objects::requireNonNull)
        .orElse(Doing.VIEWING);
  }

  private void remind() {
    if (again == null && !watched.isEmpty() && token.get() != null) {
      again =
          scheduler.after(
              VIEWING_AGAIN,
              () -> {
                again = null;
                tellAll();
              });
    }
  }

  private void tell(DialogId dialog, Doing doing) {
    String way = token.get();
    if (way != null && !refused.contains(dialog)) {
      api.signal(way, dialog, doing, new Told(dialog));
    }
  }

  /**
   * What does not arrive is told again soon, or was not worth it. Where one has no say any more
   * nothing is told again.
   */
  private final class Told implements RelayApi.Callback<@Nullable Void> {
    private final DialogId dialog;

    Told(DialogId dialog) {
      this.dialog = dialog;
    }

    @Override
    public void succeeded(@Nullable Void value) {}

    @Override
    public void failed(ApiException problem) {
      if (problem instanceof ApiException.Rejected) {
        refused.add(dialog);
      }
    }
  }
}
