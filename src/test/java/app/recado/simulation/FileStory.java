package app.recado.simulation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files as the model knows them: what was chosen, and which bytes it had. Every file of a message
 * that was acknowledged is at the relay, byte for byte, in that message and no other.
 */
final class FileStory {
  private final Map<String, String> hashes = new LinkedHashMap<>();

  /** Somebody chose a file. */
  void chosen(String id, byte[] bytes, String said) {
    String hash = hash(bytes);
    if (!hash.equals(said)) {
      throw new Violation(2, "the desk says of " + id + " that it is " + said + ", not " + hash);
    }
    hashes.put(id, hash);
  }

  /** Bytes that a customer was given. */
  void fetched(String id, byte[] bytes) {
    if (!hash(bytes).equals(hashes.get(id))) {
      throw new Violation(2, "a customer was given other bytes than were chosen as " + id);
    }
  }

  /** One of the files went with what the same agent had sent from the draft of another computer. */
  private static boolean isTaken(List<String> files, Sent late, List<Sent> commands) {
    return commands.stream()
        .anyMatch(other ->
            other.order < late.order
                && other.user.equals(late.user)
                && other.is("applied")
                && files(other).stream().anyMatch(files::contains));
  }

  void check(RelayBooks relay, Map<String, JsonObject> messages, List<Sent> commands) {
    waiting(relay);
    Map<String, String> owners = new HashMap<>();
    for (Sent command : commands) {
      List<String> files = files(command);
      if (files.isEmpty()) {
        continue;
      }
      if (command.is("rejected")
          && String.valueOf(command.outcome.get("field")).contains("files")
          && !isTaken(files, command, commands)) {
        throw new Violation(2, "sent before its files were there: " + command.command);
      }
      boolean sent = !isScheduled(command) || messages.containsKey(command.id());
      if (command.is("applied") && sent) {
        check(relay, messages.get(command.id()), files);
        for (String file : files) {
          String other = owners.put(file, command.id());
          if (other != null) {
            throw new Violation(2, file + " is in " + other + " and in " + command.id());
          }
        }
      }
    }
  }

  /** What waits for its time still has its bytes. */
  private void waiting(RelayBooks relay) {
    for (List<String> row : relay.read("SELECT data FROM scheduled")) {
      JsonObject data = JsonParser.parseString(row.get(0)).getAsJsonObject();
      for (JsonElement file : data.getAsJsonArray("files")) {
        String id = file.getAsString();
        if (!hash(read(relay.place(id))).equals(hashes.get(id))) {
          throw new Violation(2, "the relay has other bytes for later than were chosen as " + id);
        }
      }
    }
  }

  private static boolean isScheduled(Sent command) {
    return command.type().equals("message.schedule");
  }

  private void check(RelayBooks relay, JsonObject message, List<String> files) {
    boolean deleted = !message.get("deletedAt").isJsonNull();
    Map<String, String> shown = new LinkedHashMap<>();
    for (JsonElement attachment : message.getAsJsonArray("attachments")) {
      JsonObject file = attachment.getAsJsonObject();
      shown.put(file.get("id").getAsString(), file.get("sha256").getAsString());
    }
    Map<String, String> due = new LinkedHashMap<>();
    if (!deleted) {
      files.forEach(file -> due.put(file, String.valueOf(hashes.get(file))));
    }
    if (!shown.equals(due)) {
      throw new Violation(2, "sent with " + due + ", kept with " + shown + ": " + message);
    }
    for (String file : files) {
      Path place = relay.place(file);
      if (deleted && Files.exists(place)) {
        throw new Violation(2, "the bytes of " + file + " outlived their message");
      }
      if (!deleted && !hash(read(place)).equals(hashes.get(file))) {
        throw new Violation(2, "the relay has other bytes than were chosen as " + file);
      }
    }
  }

  /** The ids of the files a command brings. */
  static List<String> files(Sent command) {
    List<String> files = new ArrayList<>();
    JsonObject args = command.command.getAsJsonObject("args");
    if (command.type().startsWith("message.") && args.has("files")) {
      args.getAsJsonArray("files").forEach(file -> files.add(file.getAsString()));
    }
    return files;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
