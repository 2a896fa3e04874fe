package app.recado.client.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last warnings and errors, without anything that was written by or about a customer: of our
 * own words only what stands in the code, of exceptions only their kind. Thread-safe.
 */
final class LastErrors extends AppenderBase<ILoggingEvent> {
  private static final int MOST = 20;
  private static final String OURS = "app.recado.";

  private final Deque<String> lines = new ArrayDeque<>();

  @Override
  protected void append(ILoggingEvent event) {
    if (!event.getLevel().isGreaterOrEqual(Level.WARN)) {
      return;
    }
    synchronized (lines) {
      lines.addLast(line(event));
      if (lines.size() > MOST) {
        lines.removeFirst();
      }
    }
  }

  /** The oldest first. */
  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  private static String line(ILoggingEvent event) {
    String logger = event.getLoggerName();
    StringBuilder line = new StringBuilder();
    line.append(event.getInstant()).append(' ').append(event.getLevel()).append(' ').append(logger);
    if (logger.startsWith(OURS)) {
      line.append(": ").append(event.getMessage());
    }
    for (IThrowableProxy cause = event.getThrowableProxy();
        cause != null;
        cause = cause.getCause()) {
      line.append(" <- ").append(cause.getClassName());
    }
    return line.toString();
  }
}
