package app.recado.simulation;

import app.recado.protocol.Attachment;
import app.recado.protocol.FileId;
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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files as the model knows them: what was chosen, which bytes it had, and what was copied from it.
 * Every file of a message or a canned response that was acknowledged is at the relay, byte for
 * byte, in that one and no other.
 */
final class FileStory {
  private final Map<String, String> hashes = new LinkedHashMap<>();
  private final Set<String> secrets = new HashSet<>();

  /**
   * Somebody chose a file.
   *
   * @param secret whether no customer may ever get to see its bytes
   */
  void chosen(String id, byte[] bytes, String said, boolean secret) {
    String hash = hash(bytes);
    if (!hash.equals(said)) {
      throw new Violation(2, "the desk says of " + id + " that it is " + said + ", not " + hash);
    }
    hashes.put(id, hash);
    if (secret) {
      secrets.add(id);
    }
  }

  /** A file is to have the bytes of another, and its secrecy. */
  void copied(Attachment copy, FileId original) {
    String hash = hashes.get(original.value());
    if (!copy.sha256().equals(hash)) {
      throw new Violation(2, copy + " is no copy of " + original + ", which is " + hash);
    }
    hashes.put(copy.id().value(), hash);
    if (secrets.contains(original.value())) {
      secrets.add(copy.id().value());
    }
  }

  /** Whether it was chosen for a whisper, or is a copy of such a one. */
  boolean isSecret(Attachment file) {
    return secrets.contains(file.id().value());
  }

  /** Bytes that a customer was given. */
  void reachedCustomer(String id, byte[] bytes) {
    isAsChosen(id, bytes);
    if (secrets.contains(id)) {
      throw new Violation(10, "a customer was given the whispered file " + id);
    }
  }

  /** Bytes that somebody was given. */
  void isAsChosen(String id, byte[] bytes) {
    if (!hash(bytes).equals(hashes.get(id))) {
      throw new Violation(2, "other bytes were given than were chosen as " + id);
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
    ofResponses(relay);
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
      if (command.is("applied") && sent && command.type().startsWith("message.")) {
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
      have(relay, JsonParser.parseString(row.get(0)).getAsJsonObject());
    }
  }

  /** What is kept to be used again has what it shows. */
  private void ofResponses(RelayBooks relay) {
    Map<String, String> keepers = new HashMap<>();
    for (List<String> row : relay.read("SELECT id, data FROM canned WHERE deleted = 0")) {
      JsonObject data = JsonParser.parseString(row.get(1)).getAsJsonObject();
      have(relay, data);
      for (JsonElement attachment : data.getAsJsonArray("attachments")) {
        JsonObject file = attachment.getAsJsonObject();
        String id = file.get("id").getAsString();
        if (!file.get("sha256").getAsString().equals(hashes.get(id))) {
          throw new Violation(2, "a response shows another file than was chosen: " + data);
        }
        String other = keepers.put(id, row.get(0));
        if (other != null) {
          throw new Violation(2, id + " is of the responses " + other + " and " + row.get(0));
        }
      }
    }
  }

  private void have(RelayBooks relay, JsonObject data) {
    List<String> shown = new ArrayList<>();
    for (JsonElement attachment : data.getAsJsonArray("attachments")) {
      shown.add(attachment.getAsJsonObject().get("id").getAsString());
    }
    List<String> due = new ArrayList<>();
    for (JsonElement file : data.getAsJsonArray("files")) {
      String id = file.getAsString();
      due.add(id);
      if (!hash(read(relay.place(id))).equals(hashes.get(id))) {
        throw new Violation(2, "the relay has other bytes than were chosen as " + id);
      }
    }
    if (!shown.equals(due)) {
      throw new Violation(2, "shown with other files than it has: " + data);
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
      if (deleted && Files.exists(place) && !relay.isCopied(file)) {
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
    boolean has = command.type().startsWith("message.") || command.type().equals("canned.save");
    if (has && args.has("files")) {
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
