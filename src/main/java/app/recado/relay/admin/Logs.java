package app.recado.relay.admin;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/** Keeps the libraries off the terminal: what they log goes to a file or nowhere. */
public final class Logs {
  private Logs() {}

  /** Logs nowhere; the first thing a program does. */
  public static void quiet() {
    System.setProperty(
        "logback.statusListenerClass", "ch.qos.logback.core.status.NopStatusListener");
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    LogManager.getLogManager().reset();
    Thread.setDefaultUncaughtExceptionHandler((thread, problem) ->
        LoggerFactory.getLogger(Logs.class).error("thread {} died", thread, problem));
  }

  /** Logs to {@code relay.log} in a folder, 10 MB at a time, the last five kept. */
  static void toFile(Path folder) {
    try {
      makePrivate(folder);
    } catch (IOException unwritable) {
      throw new FailedException("cannot make the folder " + folder);
    }
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setFile(folder.resolve("relay.log").toString());
    file.setEncoder(encoder(context));
    FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
    window.setContext(context);
    window.setParent(file);
    window.setFileNamePattern(folder.resolve("relay.%i.log").toString());
    window.setMinIndex(1);
    window.setMaxIndex(5);
    window.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(FileSize.valueOf("10MB"));
    size.start();
    file.setRollingPolicy(window);
    file.setTriggeringPolicy(size);
    file.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(file);
    java.util.logging.Logger.getLogger("").addHandler(new Bridge());
  }

  /** Made if absent, then readable by its owner only. */
  private static void makePrivate(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static PatternLayoutEncoder encoder(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level %logger{30} %msg%n");
    encoder.start();
    return encoder;
  }

  /** Passes on what the HTTP server logs, which it does through java.util.logging. */
  private static final class Bridge extends Handler {
    @Override
    public void publish(LogRecord entry) {
      var log = LoggerFactory.getLogger(entry.getLoggerName());
      if (entry.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue()) {
        log.error(entry.getMessage(), entry.getThrown());
      } else if (entry.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()) {
        log.warn(entry.getMessage(), entry.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
