package app.recado.relay.admin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The three streams of a program. */
public record Console(InputStream in, PrintStream out, PrintStream err) {
  /** Reads a password: what stands before the end of the line, or of the input. */
  String readPassword() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        line.write(next);
      }
    } catch (IOException broken) {
      throw new FailedException("the password cannot be read from standard input");
    }
    String password = line.toString(StandardCharsets.UTF_8);
    if (password.endsWith("\r")) {
      password = password.substring(0, password.length() - 1);
    }
    if (password.isEmpty()) {
      throw new FailedException("there is no password on standard input");
    }
    return password;
  }
}
