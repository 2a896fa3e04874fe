package app.recado.relay.http;

import app.recado.protocol.OutcomeKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/** What the relay counts, told in Prometheus' text format. */
final class Metrics {
  /** Upper bounds in seconds: from a read out of memory to a write behind a slow disk. */
  private static final double[] BOUNDS = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5
  };

  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final Map<String, Histogram> durations = new ConcurrentHashMap<>();
  private final Map<OutcomeKind, LongAdder> commands = new ConcurrentHashMap<>();
  private final List<Figure> figures = new CopyOnWriteArrayList<>();

  private record Figure(
      String name, String type, String help, String labels, DoubleSupplier value) {}

  Metrics() {
    for (OutcomeKind kind : OutcomeKind.values()) {
      commands.put(kind, new LongAdder());
    }
  }

  /** A finished request; streams count without their duration. */
  void request(Route route, int status, long nanos) {
    String labels = labels(route.method().text(), route.path());
    requests
        .computeIfAbsent(labels + ",status=\"" + status + "\"", same -> new LongAdder())
        .increment();
    if (!route.isStream()) {
      durations.computeIfAbsent(labels, same -> new Histogram()).add(nanos / 1e9);
    }
  }

  void command(OutcomeKind outcome) {
    LongAdder count = commands.get(outcome);
    if (count != null) {
      count.increment();
    }
  }

  /** Tells a figure that is kept elsewhere, asked whenever the metrics are. */
  void gauge(String name, String help, String labels, DoubleSupplier value) {
    figures.add(new Figure(name, "gauge", help, labels, value));
  }

  /** As {@link #gauge}, for one that only grows. */
  void counter(String name, String help, String labels, DoubleSupplier value) {
    figures.add(new Figure(name, "counter", help, labels, value));
  }

  String text() {
    StringBuilder text = new StringBuilder(4096);
    head(text, "recado_requests_total", "counter", "Requests by route and status.");
    new TreeMap<>(requests)
        .forEach((labels, count) -> line(text, "recado_requests_total", labels, count.sum()));
    head(text, "recado_request_seconds", "histogram", "Time to answer, streams left out.");
    new TreeMap<>(durations)
        .forEach((labels, histogram) -> histogram.write(text, "recado_request_seconds", labels));
    head(text, "recado_commands_total", "counter", "Commands by outcome.");
    new TreeMap<>(commands)
        .forEach((kind, count) ->
            line(
                text,
                "recado_commands_total",
                "outcome=\"" + kind.name().toLowerCase(Locale.ROOT) + '"',
                count.sum()));
    String last = "";
    for (Figure figure : figures) {
      if (!figure.name().equals(last)) {
        head(text, figure.name(), figure.type(), figure.help());
        last = figure.name();
      }
      line(text, figure.name(), figure.labels(), figure.value().getAsDouble());
    }
    return text.toString();
  }

  private static String labels(String method, String path) {
    return "method=\"" + method + "\",route=\"" + path + '"';
  }

  private static void head(StringBuilder text, String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder text, String name, String labels, double value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    text.append(' ');
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      text.append((long) value);
    } else {
      text.append(value);
    }
    text.append('\n');
  }

  private static final class Histogram {
    private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
    private final java.util.concurrent.atomic.DoubleAdder sum =
        new java.util.concurrent.atomic.DoubleAdder();

    Histogram() {
      for (int i = 0; i < counts.length; i++) {
        counts[i] = new LongAdder();
      }
    }

    void add(double seconds) {
      int bucket = 0;
      while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
        bucket++;
      }
      counts[bucket].increment();
      sum.add(seconds);
    }

    void write(StringBuilder text, String name, String labels) {
      long total = 0;
      for (int i = 0; i < counts.length; i++) {
        total += counts[i].sum();
        String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
        line(text, name + "_bucket", labels + ",le=\"" + bound + '"', total);
      }
      line(text, name + "_sum", labels, sum.sum());
      line(text, name + "_count", labels, total);
    }
  }
}
