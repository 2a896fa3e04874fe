package app.recado.client.platform;

import java.util.concurrent.Executor;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineEvent;
import javax.sound.sampled.LineUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the desk's sounds; silent where a computer has no sound. */
@FunctionalInterface
public interface Sounds {
  /** Returns at once; any thread. */
  void play(Chime chime);

  /**
   * By the computer's own sound.
   *
   * @param thread opening the device takes its time
   */
  static Sounds onSpeakers(Executor thread) {
    return chime -> thread.execute(() -> Speakers.play(chime));
  }

  /** The device. */
  final class Speakers {
    private static final Logger LOG = LoggerFactory.getLogger(Sounds.class);

    private Speakers() {}

    private static void play(Chime chime) {
      byte[] samples = chime.samples();
      try {
        Clip clip = AudioSystem.getClip();
        clip.addLineListener(event -> {
          if (event.getType() == LineEvent.Type.STOP) {
            clip.close();
          }
        });
        clip.open(new AudioFormat(Chime.RATE, 16, 1, true, false), samples, 0, samples.length);
        clip.start();
      } catch (LineUnavailableException | IllegalArgumentException | SecurityException silent) {
        LOG.debug("No sound here: {}", silent.getMessage());
      }
    }
  }
}
