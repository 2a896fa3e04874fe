package app.recado.demo;

import app.recado.demo.Talk.Begin;
import app.recado.demo.Talk.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads conversations written down as {@code dialogs.txt} explains at its top. */
final class TalkReader {
  private static final Pattern BEGIN =
      Pattern.compile("- (?:(?<days>\\d+)d (?<time>\\d\\d:\\d\\d)|(?<count>\\d+)(?<unit>[mh]))");
  private static final Pattern STAFF = Pattern.compile("(\\w+)([>~!]) (.+)");
  private static final Pattern RATING = Pattern.compile("\\* ([1-5])(?: (.+))?");

  private final List<Talk> talks = new ArrayList<>();

  private TalkReader() {}

  /** The sample workspace's conversations. */
  static List<Talk> sample() {
    return resource("dialogs.txt");
  }

  /** Those who come while the demonstration runs. */
  static List<Talk> newcomers() {
    return resource("newcomers.txt");
  }

  private static List<Talk> resource(String name) {
    try (InputStream in = TalkReader.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads conversations.
   *
   * @throws IllegalArgumentException that names the line it cannot read
   */
  static List<Talk> read(String text) {
    TalkReader reader = new TalkReader();
    text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(reader::take);
    return List.copyOf(reader.talks);
  }

  private void take(String line) {
    switch (line.charAt(0)) {
      case '@' -> {
        String[] head = line.substring(2).split(", ", 3);
        talks.add(new Talk(head[0], head[1], head[2], new ArrayList<>(), new ArrayList<>()));
      }
      case '-' -> talk().parts().add(new Talk.Part(begin(line), new ArrayList<>()));
      case '?' -> talk().later().add(line.substring(2));
      default -> talk().parts().getLast().lines().add(line(line));
    }
  }

  private Talk talk() {
    return talks.getLast();
  }

  private static Begin begin(String line) {
    Matcher begin = matched(BEGIN, line);
    if (begin.group("days") != null) {
      return new Begin.At(
          Integer.parseInt(begin.group("days")), LocalTime.parse(begin.group("time")));
    }
    int count = Integer.parseInt(begin.group("count"));
    return new Begin.Ago(
        begin.group("unit").equals("h") ? Duration.ofHours(count) : Duration.ofMinutes(count));
  }

  private static Line line(String line) {
    if (line.startsWith("< ")) {
      return new Line.Customer(line.substring(2));
    }
    if (line.startsWith("* ")) {
      Matcher rating = matched(RATING, line);
      return new Line.Rating(Integer.parseInt(rating.group(1)), rating.group(2));
    }
    Matcher staff = matched(STAFF, line);
    String agent = staff.group(1);
    String rest = staff.group(3);
    return switch (staff.group(2)) {
      case ">" -> new Line.Reply(agent, rest);
      case "~" -> new Line.Whisper(agent, rest);
      default -> {
        String[] act = rest.split(" ", 2);
        yield new Line.Act(agent, act[0], act.length > 1 ? act[1] : "");
      }
    };
  }

  private static Matcher matched(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("cannot read: " + line);
    }
    return matcher;
  }
}
