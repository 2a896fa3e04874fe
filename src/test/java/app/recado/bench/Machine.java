package app.recado.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the figures were taken on. */
final class Machine {
  private Machine() {}

  static List<String> lines() {
    Runtime runtime = Runtime.getRuntime();
    return List.of(
        "Machine: "
            + fact("/proc/cpuinfo", "model name")
            + ", "
            + runtime.availableProcessors()
            + " processors, "
            + fact("/proc/meminfo", "MemTotal"),
        "System: "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        "Java: " + System.getProperty("java.vm.name") + " " + Runtime.version(),
        "SQLite: " + sqlite() + ", flags: " + String.join(" ", Jvm.flags()));
  }

  private static String fact(String file, String name) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse("?");
    } catch (IOException e) {
      return "?";
    }
  }

  private static String sqlite() {
    return org.sqlite.SQLiteJDBCLoader.getVersion();
  }
}
