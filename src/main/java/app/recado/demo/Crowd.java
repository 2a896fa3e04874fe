package app.recado.demo;

import app.recado.protocol.Ids;
import app.recado.relay.Relay;
import app.recado.relay.connector.webchat.Visits;
import app.recado.relay.connector.webchat.Visits.Message;
import app.recado.relay.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Customers who go on by themselves: now and then one writes, and whoever is answered reads it and
 * answers back. All of it happens on one thread of its own.
 */
final class Crowd implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Crowd.class);
  private static final Duration FIRST = Duration.ofSeconds(20);
  private static final int MOST_UNANSWERED = 6;
  private static final List<String> THANKS =
      List.of("Perfeito, obrigada!", "Combinado 👍", "Entendi, muito obrigado.", "Ótimo, valeu!");

  private final Relay relay;
  private final Ids ids;
  private final RandomGenerator random;
  private final Function<String, String> channelKeys;
  private final Deque<Talk> newcomers;
  private final List<Customer> customers = new ArrayList<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("demo-customers").daemon().factory());

  /**
   * @param known the customers of the sample, with their visits' tokens
   * @param channelKeys the public key of a channel by its short name
   */
  Crowd(
      Relay relay,
      Ids ids,
      RandomGenerator random,
      Map<Talk, String> known,
      List<Talk> newcomers,
      Function<String, String> channelKeys) {
    this.relay = relay;
    this.ids = ids;
    this.random = random;
    this.channelKeys = channelKeys;
    this.newcomers = new ArrayDeque<>(newcomers);
    known.forEach((talk, token) -> customers.add(new Customer(talk, token)));
  }

  void start() {
    thread.execute(() -> customers.forEach(Customer::follow));
    later(FIRST, this::comeIn);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    customers.forEach(Customer::leave);
  }

  /** Somebody new comes to the site, unless too many are waiting already. */
  private void comeIn() {
    long waiting = customers.stream().filter(customer -> customer.isWaiting).count();
    if (waiting < MOST_UNANSWERED && !newcomers.isEmpty()) {
      Talk talk = newcomers.poll();
      String token =
          relay
              .visits()
              .open(channelKeys.apply(talk.channel()), talk.page(), null, talk.name())
              .token();
      Customer customer = new Customer(talk, token);
      customers.add(customer);
      customer.follow();
      customer.isWaiting = true;
      Duration pause = Duration.ZERO;
      for (Talk.Line line : talk.parts().getFirst().lines()) {
        if (line instanceof Talk.Line.Customer said) {
          later(pause, () -> customer.write(said.text()));
          pause = pause.plus(between(6, 12));
        }
      }
    }
    later(between(35, 80), this::comeIn);
  }

  private Duration between(int from, int to) {
    return Duration.ofMillis(random.nextInt(from * 1000, to * 1000));
  }

  /** Runs something after a while; what the relay refuses is not a customer's problem. */
  private void later(Duration delay, Runnable action) {
    Runnable careful =
        () -> {
          try {
            action.run();
          } catch (Refusal refusal) {
            log.info("a customer was refused: {}", refusal.getMessage());
          } catch (RuntimeException problem) {
            log.warn("a customer gave up", problem);
          }
        };
    if (!thread.isShutdown()) {
      var _ = thread.schedule(careful, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** One of them; used on the crowd's thread only. */
  private final class Customer {
    private final String token;
    private final Deque<String> lines;
    private AutoCloseable subscription = () -> {};
    private long answered = Long.MAX_VALUE;
    private boolean isWaiting;

    Customer(Talk talk, String token) {
      this.token = token;
      this.lines = new ArrayDeque<>(talk.later());
    }

    void follow() {
      Visits.Visitor visitor = relay.visits().authenticate(token);
      answered = newestAnswer(visitor);
      subscription =
          relay.visits().onChange(visitor, () -> later(Duration.ofSeconds(1), this::look));
    }

    void leave() {
      try {
        subscription.close();
      } catch (Exception gone) {
        log.debug("a customer had left already", gone);
      }
    }

    /** Reads what an agent answered since, and answers back. */
    private void look() {
      Visits.Visitor visitor = relay.visits().authenticate(token);
      long newest = newestAnswer(visitor);
      if (newest <= answered) {
        return;
      }
      answered = newest;
      boolean byAnAgent = relay.visits().messages(visitor, null, 1).status().equals("answering");
      if (!byAnAgent) {
        return;
      }
      isWaiting = false;
      later(
          between(2, 5),
          () ->
              relay.visits().messages(visitor, newest + 1, 1).messages().stream()
                  .findFirst()
                  .ifPresent(message -> relay.visits().read(visitor, message.id())));
      String next = lines.poll();
      if (next != null) {
        later(between(8, 22), () -> write(next));
        if (lines.isEmpty() && random.nextInt(3) == 0) {
          lines.add(THANKS.get(random.nextInt(THANKS.size())));
        }
      }
    }

    void write(String text) {
      relay.visits().post(relay.visits().authenticate(token), ids.next(), text);
    }

    /** The position of the newest message to the customer, automatic ones too. */
    private long newestAnswer(Visits.Visitor visitor) {
      return relay.visits().messages(visitor, null, 20).messages().stream()
          .filter(message -> message.from().equals("them"))
          .mapToLong(Message::position)
          .max()
          .orElse(0);
    }
  }
}
