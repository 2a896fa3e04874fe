package app.recado.bench;

import java.util.List;

/** The flags every process of the bench runs with, on both sides of a ratio. */
final class Jvm {
  private Jvm() {}

  /** How the launcher starts the desk. */
  static List<String> deskFlags() {
    return List.of(
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+UseSerialGC",
        "-XX:+UseCompactObjectHeaders",
        "-Xms32m",
        "-Xmx1g",
        "-XX:MinHeapFreeRatio=10",
        "-XX:MaxHeapFreeRatio=25",
        "-XX:TrimNativeHeapInterval=5000",
        "-Dglass.platform=Headless",
        "-Dprism.order=sw");
  }

  static List<String> flags() {
    return List.of(
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+UseCompactObjectHeaders",
        "-Xmx2g",
        "-Dfile.encoding=UTF-8",
        "-Dglass.platform=Headless",
        "-Dprism.order=sw",
        "-Djava.awt.headless=true");
  }
}
