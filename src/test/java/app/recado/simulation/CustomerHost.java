package app.recado.simulation;

import app.recado.protocol.Attachment;
import app.recado.protocol.DialogId;
import app.recado.protocol.FileId;
import app.recado.protocol.Json;
import app.recado.protocol.SessionId;
import app.recado.relay.Relay;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.file.Holder;
import app.recado.relay.file.Stored;
import app.recado.relay.refusal.Refusal;
import app.recado.simulation.Witness.Marks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A customer at the website's chat: impatient, and with a network that is no better. */
final class CustomerHost {
  private final String name;
  private final String channelKey;
  private final RelayHost relay;
  private final Link link;
  private final VirtualTime time;
  private final Trace trace;
  private final RandomGenerator random;
  private final Witness witness;
  private final Deque<Post> unsent = new ArrayDeque<>();
  private @Nullable String token;
  private boolean busy;
  private @Nullable String session;
  private int posts;

  CustomerHost(
      String name,
      String channelKey,
      RelayHost relay,
      Link link,
      VirtualTime time,
      Trace trace,
      RandomGenerator random,
      Witness witness) {
    this.name = name;
    this.channelKey = channelKey;
    this.relay = relay;
    this.link = link;
    this.time = time;
    this.trace = trace;
    this.random = random;
    this.witness = witness;
  }

  /** Writes something; it is tried until the relay has it. */
  void write() {
    String text = witness.word("customer") + " preciso de ajuda";
    unsent.add(witness.post(name, name + "-" + posts++, text));
    trace.add(name, "writes " + text);
    push();
  }

  /** Looks at the chat, says that it was read, and rates what can be rated. */
  void look() {
    Marks[] marks = new Marks[1];
    fetch();
    ask(
        (visits, visitor) -> {
          Visits.Transcript transcript = visits.messages(visitor, null, 50);
          show(transcript);
          Visits.Message last = lastOfTheirs(transcript);
          if (last != null) {
            Marks known = witness.marks(visitor.dialog());
            known.handed = Math.max(known.handed, last.position());
            visits.delivered(visitor, last.position());
            if (random.nextBoolean()) {
              known.told = Math.max(known.told, last.position());
              marks[0] = known;
              visits.read(visitor, last.id());
            }
          }
          if (transcript.status().equals("rating") && session != null && random.nextBoolean()) {
            visits.rate(visitor, new SessionId(session), 1 + random.nextInt(5), null);
          }
        },
        () -> {
          if (marks[0] != null) {
            marks[0].confirmed = marks[0].told;
          }
        });
  }

  /** Saves the files that are shown, and tries its luck with the whispered ones. */
  private void fetch() {
    String mine = token;
    if (mine == null || !link.isUp()) {
      return;
    }
    relay.administer(up -> {
      try {
        Visits.Visitor visitor = up.visits().authenticate(mine);
        Holder me = new Holder.Customer(new DialogId(visitor.dialog()));
        for (Visits.Message message : up.visits().messages(visitor, null, 50).messages()) {
          for (Attachment file : message.files()) {
            witness
                .files()
                .reachedCustomer(file.id().value(), bytes(up.uploads().open(me, file.id())));
          }
        }
        witness.whisperedFiles().forEach(secret -> tryWhatIsNotTheirs(up, me, secret));
        for (List<String> kept : relay.books().read("SELECT id FROM file WHERE keeper <> ''")) {
          tryWhatIsNotTheirs(up, me, kept.get(0));
        }
        tryWhatIsForLater(up, me, visitor);
      } catch (Refusal noVisitYet) {
        trace.add(name, "has no visit");
      }
      return true;
    });
  }

  /** The file of a whisper, and what a draft or a canned response has before any message. */
  private void tryWhatIsNotTheirs(Relay up, Holder me, String file) {
    try {
      up.uploads().open(me, new FileId(file));
      throw new Violation(10, name + " was given the file " + file + ", which is not theirs");
    } catch (Refusal notTheirs) {
      // as it has to be
    }
  }

  /** A file of a message with a time is given only once the message is shown. */
  private void tryWhatIsForLater(Relay up, Holder me, Visits.Visitor visitor) {
    for (String later : witness.laterFiles()) {
      boolean given = true;
      try {
        up.uploads().open(me, new FileId(later));
      } catch (Refusal notYet) {
        given = false;
      }
      if (given && !isShown(up, visitor, later)) {
        throw new Violation(10, name + " was given " + later + " before its message");
      }
    }
  }

  private static boolean isShown(Relay up, Visits.Visitor visitor, String file) {
    Long before = null;
    while (true) {
      List<Visits.Message> page = up.visits().messages(visitor, before, 50).messages();
      if (page.isEmpty()) {
        return false;
      }
      if (page.stream()
          .flatMap(one -> one.files().stream())
          .anyMatch(one -> one.id().value().equals(file))) {
        return true;
      }
      before = page.stream().mapToLong(Visits.Message::position).min().orElse(0);
    }
  }

  private static byte[] bytes(Stored file) {
    try (InputStream in = file.from(0)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Visits.@Nullable Message lastOfTheirs(Visits.Transcript transcript) {
    return transcript.messages().stream()
        .filter(message -> message.from().equals("them"))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** Reloads the page. */
  void reload() {
    String before = token;
    Visits.Opened opened =
        relay.administer(up -> up.visits().open(channelKey, "/sofas", before, name));
    if (opened != null && link.fate().end() == Fate.End.ANSWERED) {
      token = opened.token();
      show(opened.transcript());
    }
  }

  boolean isDone() {
    return unsent.isEmpty();
  }

  Link link() {
    return link;
  }

  private void push() {
    if (!busy && !unsent.isEmpty()) {
      busy = true;
      time.afterMillis(link.way(), this::attempt);
    }
  }

  private void attempt() {
    busy = false;
    if (token == null) {
      reload();
    }
    Post post = unsent.peek();
    if (post == null) {
      return;
    }
    Fate fate = link.fate();
    boolean answered = false;
    if (token != null && fate.end() != Fate.End.LOST && link.isUp()) {
      boolean done = deliver(post);
      if (fate.again() >= 0) {
        time.afterMillis(fate.again(), () -> deliver(post));
      }
      answered = done && fate.end() == Fate.End.ANSWERED;
    }
    if (answered) {
      unsent.remove();
    }
    if (!unsent.isEmpty()) {
      busy = true;
      time.afterMillis(answered ? link.way() : 2_000 + random.nextInt(4_000), this::attempt);
    }
  }

  private boolean deliver(Post post) {
    return ask(
        (visits, visitor) -> {
          Visits.Posted posted = visits.post(visitor, post.id, post.text);
          witness.reachedCustomer(name, Json.write(posted.message()));
          if (!posted.message().text().equals(post.text)) {
            throw new Violation(11, post.text + " was stored as " + posted);
          }
        },
        () -> post.acknowledged = true);
  }

  /** Runs {@code then} if the relay's answer got out. */
  private boolean ask(BiConsumer<Visits, Visits.Visitor> work, Runnable then) {
    String mine = token;
    if (mine == null || !link.isUp()) {
      return false;
    }
    Boolean done =
        relay.administer(up -> {
          try {
            work.accept(up.visits(), up.visits().authenticate(mine));
            return true;
          } catch (Refusal refusal) {
            trace.add(name, "refused " + refusal.status() + " " + refusal.getMessage());
            return false;
          }
        });
    if (done != null && done) {
      then.run();
      return true;
    }
    return false;
  }

  private void show(Visits.Transcript transcript) {
    String text = Json.write(transcript);
    trace.mix(text);
    witness.reachedCustomer(name, text);
    session = transcript.session();
  }
}
