package app.recado.simulation;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * SQLite's write-ahead log as a file: a header of 32 bytes, then frames of 24 bytes and a page; a
 * frame whose second number is not zero ends a transaction. Cut after such a frame, it is what a
 * crash after that transaction would have left.
 */
final class WriteAheadLog {
  private static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;

  private WriteAheadLog() {}

  /** The lengths at which the file ends with a whole transaction, from a length on. */
  static List<Long> ends(Path file, long from) throws IOException {
    List<Long> ends = new ArrayList<>();
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long length = log.length();
      ends.add(from);
      if (length <= HEADER) {
        return ends;
      }
      log.seek(8);
      int page = log.readInt();
      long at = Math.max(HEADER, from);
      while (at + FRAME_HEADER + page <= length) {
        log.seek(at + 4);
        boolean commit = log.readInt() != 0;
        at += FRAME_HEADER + page;
        if (commit) {
          ends.add(at);
        }
      }
    }
    return ends;
  }

  static void cut(Path file, long length) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw")) {
      log.setLength(length);
    }
  }
}
