package app.recado.demo.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between the desk and the relay: a port that passes every byte on, until it is cut.
 * Cut, it drops the open connections and takes no bytes from new ones. Thread-safe.
 */
final class Cable implements AutoCloseable {
  private final ServerSocket door;
  private final int relayPort;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private Cable(ServerSocket door, int relayPort) {
    this.door = door;
    this.relayPort = relayPort;
  }

  static Cable to(int relayPort) throws IOException {
    ServerSocket door = new ServerSocket();
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Cable cable = new Cable(door, relayPort);
    Thread.ofVirtual().start(cable::accept);
    return cable;
  }

  int port() {
    return door.getLocalPort();
  }

  void cut() {
    cut = true;
    open.forEach(Cable::drop);
  }

  void mend() {
    cut = false;
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        if (cut) {
          drop(near);
        } else {
          Thread.ofVirtual().start(() -> connect(near));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket near) {
    open.add(near);
    try (Socket far = new Socket(InetAddress.getLoopbackAddress(), relayPort)) {
      open.add(far);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      Thread back = Thread.ofVirtual().start(() -> pass(far, near));
      pass(near, far);
      back.join();
    } catch (IOException gone) {
      // Either end went away; the other learns it below.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      drop(near);
      open.removeIf(Socket::isClosed);
    }
  }

  /** Passes bytes on in one direction until its end; then nothing more goes either way. */
  private void pass(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[16 * 1024];
      for (int count = in.read(buffer); count >= 0 && !cut; count = in.read(buffer)) {
        out.write(buffer, 0, count);
      }
    } catch (IOException gone) {
      // As good as the end.
    } finally {
      drop(from);
      drop(to);
    }
  }

  private static void drop(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is gone already.
    }
  }
}
