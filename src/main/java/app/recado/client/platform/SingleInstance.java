package app.recado.client.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One desk per profile. The first holds a lock on a file for as long as it lives; a second finds it
 * locked, asks the first to come to the front, and opens nothing.
 */
public final class SingleInstance implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final int LONGEST_LINE = 2_000;

  private final FileChannel channel;
  private final FileLock lock;
  private final ServerSocket door;
  private final String secret;
  private volatile @Nullable Listener listener;

  /** What a second desk wants of the first. */
  public interface Listener {
    /**
     * @param link the {@code recado://} link it was started with; empty without one
     */
    void comeForward(String link);
  }

  private SingleInstance(FileChannel channel, FileLock lock, ServerSocket door, String secret) {
    this.channel = channel;
    this.lock = lock;
    this.door = door;
    this.secret = secret;
  }

  /**
   * Takes the profile.
   *
   * @param link passed on to the first desk if there is one; empty for none
   * @param random makes the secret by which the first knows the second; a strong source
   * @return empty if another desk has the profile: it was asked to come to the front
   */
  public static Optional<SingleInstance> take(
      Path folder, String link, RandomGenerator random, ThreadFactory threads) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      knock(folder, link);
      return Optional.empty();
    }
    ServerSocket door = new ServerSocket();
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    byte[] secret = new byte[16];
    random.nextBytes(secret);
    SingleInstance taken =
        new SingleInstance(channel, lock, door, HexFormat.of().formatHex(secret));
    Files.writeString(folder.resolve("door"), door.getLocalPort() + " " + taken.secret);
    threads.newThread(taken::answer).start();
    return Optional.of(taken);
  }

  /** Says who comes forward; called on a thread of this class's own. */
  public void listen(Listener wanted) {
    listener = wanted;
  }

  private static void knock(Path folder, String link) throws IOException {
    Path file = folder.resolve("door");
    if (!Files.exists(file)) {
      return;
    }
    String[] door = Files.readString(file).split(" ", -1);
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(door[0])),
          PATIENCE_MILLIS);
      socket
          .getOutputStream()
          .write((door[1] + " " + link + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException busy) {
      // The first desk holds the profile even if it does not open the door just now.
      return;
    }
  }

  private void answer() {
    while (!door.isClosed()) {
      try (Socket socket = door.accept()) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        hear(line(socket));
      } catch (IOException closedOrCut) {
        if (door.isClosed()) {
          return;
        }
      }
    }
  }

  private static String line(Socket socket) throws IOException {
    byte[] bytes = socket.getInputStream().readNBytes(LONGEST_LINE);
    return new String(bytes, StandardCharsets.UTF_8).strip();
  }

  /** Other programs of this computer can reach the port, but not read the secret. */
  private void hear(String line) {
    String[] words = line.split(" ", 2);
    Listener wanted = listener;
    if (words[0].equals(secret) && wanted != null) {
      wanted.comeForward(words.length > 1 ? words[1] : "");
    }
  }

  /** Gives the profile back. */
  @Override
  public void close() {
    try {
      door.close();
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
