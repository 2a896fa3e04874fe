package app.recado.client.platform;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The desk's sounds, made of sine waves when they are wanted: nothing is bundled. */
public enum Chime {
  /** Somebody waits for an answer: two notes up. */
  NEW_CHAT(new Note(0, 659.26), new Note(0.16, 987.77)),
  /** A customer of mine wrote: one note. */
  MESSAGE(new Note(0, 783.99)),
  /** A colleague means the agent: one high note, twice. */
  MENTION(new Note(0, 1046.5), new Note(0.12, 1046.5)),
  /** Something was held: two notes down. */
  ATTENTION(new Note(0, 587.33), new Note(0.16, 440));

  /** Samples per second. */
  public static final int RATE = 44_100;

  private static final double RINGS = 0.45;
  private static final double LOUD = 0.28;

  private final List<Note> notes;

  Chime(Note... notes) {
    this.notes = List.of(notes);
  }

  /**
   * A struck note.
   *
   * @param at seconds
   * @param pitch hertz
   */
  private record Note(double at, double pitch) {
    double at(double time) {
      double since = time - at;
      if (since < 0) {
        return 0;
      }
      // A short attack instead of a click; an octave above it for the colour.
      double swell = Math.min(1, since / 0.008) * Math.exp(-since * 9);
      double turn = 2 * Math.PI * pitch * since;
      return swell * (Math.sin(turn) + 0.25 * Math.sin(2 * turn));
    }
  }

  /** 16 bits, one channel, little endian. */
  public byte[] samples() {
    double length = notes.getLast().at() + RINGS;
    int count = (int) (length * RATE);
    ByteBuffer bytes = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      double time = (double) i / RATE;
      double fade = Math.min(1, (length - time) / 0.05);
      double sum = notes.stream().mapToDouble(note -> note.at(time)).sum();
      bytes.putShort((short) (Short.MAX_VALUE * Math.clamp(LOUD * fade * sum, -1, 1)));
    }
    return bytes.array();
  }
}
