package app.recado.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection, as thin as it gets, so that the driver takes little of the
 * two processors that it shares with the server. Blocking; one thread.
 */
final class Wire implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final StringBuilder line = new StringBuilder();
  private int status;
  private byte[] body = new byte[0];

  Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
  }

  static byte[] get(String path, String token) {
    return ("GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] post(String path, String token, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("POST "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer "
                + token
                + "\r\nContent-Length: "
                + bytes.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + bytes.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(bytes, 0, all, head.length, bytes.length);
    return all;
  }

  /** The same request to the bare server, whose path is as long. */
  static byte[] elsewhere(byte[] request) {
    byte[] path = "/echo".getBytes(StandardCharsets.UTF_8);
    byte[] known = "POST /v1/commands ".getBytes(StandardCharsets.UTF_8);
    byte[] other = request.clone();
    Arrays.fill(other, 5, known.length - 1, (byte) '?');
    System.arraycopy(path, 0, other, 5, path.length);
    return other;
  }

  /** Sends a request and reads the whole answer. */
  byte[] exchange(byte[] request) throws IOException {
    out.write(request);
    int length = readHead(request);
    if (length >= 0) {
      body = in.readNBytes(length);
    } else {
      body = readChunks();
    }
    if (status / 100 != 2) {
      throw new IOException(status + ": " + new String(body, StandardCharsets.UTF_8));
    }
    return body;
  }

  /** Sends a request whose answer does not end; the next lines are read by {@link #readLine}. */
  void open(byte[] request) throws IOException {
    out.write(request);
    readHead(request);
    if (status != 200) {
      throw new IOException("status " + status);
    }
  }

  /** The next line of a stream, chunk marks included. */
  String readLine() throws IOException {
    line.setLength(0);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private int readHead(byte[] request) throws IOException {
    String first = readLine();
    if (first.length() < 12) {
      throw new IOException(
          "not HTTP: " + first + " to " + new String(request, StandardCharsets.UTF_8));
    }
    status = Integer.parseInt(first.substring(9, 12));
    int length = -1;
    for (String header = readLine(); !header.isEmpty(); header = readLine()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).trim());
      }
    }
    return length;
  }

  private byte[] readChunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(readLine(), 16);
        size > 0;
        size = Integer.parseInt(readLine(), 16)) {
      all.write(in.readNBytes(size));
      readLine();
    }
    readLine();
    return all.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
