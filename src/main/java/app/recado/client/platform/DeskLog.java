package app.recado.client.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The desk's log: a file in its profile, never the console; the libraries' words as well. */
public final class DeskLog {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5level [%thread] %logger{0} %msg%n";

  private static volatile @Nullable LastErrors errors;

  private DeskLog() {}

  /** The last warnings and errors since {@link #into}, fit for strangers' eyes. */
  static List<String> lastErrors() {
    LastErrors kept = errors;
    return kept == null ? List.of() : kept.lines();
  }

  /** Keeps the libraries' words off the console. */
  public static void silenceConsole() {
    LogManager.getLogManager().reset();
  }

  /** From now on everything goes to {@code desk.log} there; two files of 2 MB at most. */
  public static void into(Path folder) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    context.reset();
    silenceConsole();
    FileOnDemand file = new FileOnDemand(folder.resolve("desk.log").toString());
    file.setContext(context);
    file.start();
    LastErrors kept = new LastErrors();
    kept.setContext(context);
    kept.start();
    errors = kept;
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(kept);
    root.addAppender(file);
  }

  /** Opens the file with the first word: that takes as long as drawing the first rows. */
  private static final class FileOnDemand extends AppenderBase<ILoggingEvent> {
    private final String file;
    private @Nullable Appender<ILoggingEvent> opened;

    FileOnDemand(String file) {
      this.file = file;
    }

    @Override
    protected void append(ILoggingEvent event) {
      if (opened == null) {
        opened = open();
      }
      opened.doAppend(event);
    }

    private Appender<ILoggingEvent> open() {
      PatternLayoutEncoder encoder = new PatternLayoutEncoder();
      encoder.setContext(context);
      encoder.setPattern(PATTERN);
      encoder.start();
      RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
      appender.setContext(context);
      appender.setFile(file);
      appender.setEncoder(encoder);
      FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
      rolling.setContext(context);
      rolling.setParent(appender);
      rolling.setFileNamePattern(file + ".%i");
      rolling.setMinIndex(1);
      rolling.setMaxIndex(1);
      rolling.start();
      SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
      size.setContext(context);
      size.setMaxFileSize(FileSize.valueOf("2MB"));
      size.start();
      appender.setRollingPolicy(rolling);
      appender.setTriggeringPolicy(size);
      appender.start();
      return appender;
    }

    @Override
    public void stop() {
      super.stop();
      if (opened != null) {
        opened.stop();
      }
    }
  }
}
