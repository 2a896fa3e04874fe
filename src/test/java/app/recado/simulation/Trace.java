package app.recado.simulation;

import java.util.ArrayList;
import java.util.List;

/** What happened in a run, line by line, and a digest of it: equal seeds give equal digests. */
final class Trace {
  private static final long FNV_PRIME = 0x100000001b3L;

  private final VirtualTime time;
  private final List<String> lines = new ArrayList<>();
  private long digest = 0xcbf29ce484222325L;

  Trace(VirtualTime time) {
    this.time = time;
  }

  void add(String who, String what) {
    String line = "%9.3f %-8s %s".formatted(time.nanos() / 1e9, who, what);
    lines.add(line);
    mix(line);
  }

  /** Takes bytes into the digest that would only lengthen the trace. */
  void mix(String text) {
    for (int i = 0; i < text.length(); i++) {
      digest = (digest ^ text.charAt(i)) * FNV_PRIME;
    }
  }

  long digest() {
    return digest;
  }

  List<String> lines() {
    return lines;
  }
}
