package app.recado.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command as it travels up: {@code {id, type, dialog?, basis?, after?, args, madeAt}}.
 *
 * @param after the commands this one depends on; unless all are applied it is held
 * @param madeAt the desk's clock, for the record only: nothing is ordered or expired by it
 */
public record Command(
    CommandId id,
    String type,
    @Nullable DialogId dialog,
    @Nullable Basis basis,
    List<CommandId> after,
    JsonObject args,
    @Nullable Instant madeAt) {

  private static final Map<String, Class<? extends Intent>> TYPES = Intent.types();

  /** Checks what JSON may leave out; an absent {@code after} is empty. */
  public Command {
    if (id == null || type == null || args == null) {
      throw new IllegalArgumentException("a command needs id, type and args");
    }
    after = after == null ? List.of() : List.copyOf(after);
  }

  /** Builds the command for an intent. */
  public static Command of(
      CommandId id,
      @Nullable DialogId dialog,
      @Nullable Basis basis,
      List<CommandId> after,
      Intent intent,
      Instant madeAt) {
    return new Command(
        id, intent.type(), dialog, basis, after, Json.tree(intent).getAsJsonObject(), madeAt);
  }

  /** The same command, asking for something else. */
  public Command asking(Intent other) {
    return new Command(
        id, other.type(), dialog, basis, after, Json.tree(other).getAsJsonObject(), madeAt);
  }

  /** The same command with other arguments. */
  public Command withArgs(JsonObject other) {
    return new Command(id, type, dialog, basis, after, other, madeAt);
  }

  /** The same command, depending on others. */
  public Command withAfter(List<CommandId> other) {
    return new Command(id, type, dialog, basis, other, args, madeAt);
  }

  /** Whether the type is one this version knows. */
  public boolean isKnown() {
    return TYPES.containsKey(type);
  }

  /**
   * Reads the arguments.
   *
   * @throws JsonParseException if the type is unknown or the arguments do not fit it
   */
  public Intent intent() {
    Class<? extends Intent> kind = TYPES.get(type);
    if (kind == null) {
      throw new JsonParseException("unknown command type");
    }
    return Json.read(args, kind);
  }

  /** What a repeated id must agree in: type, dialog and arguments, as canonical JSON. */
  public String canonicalBody() {
    JsonObject body = new JsonObject();
    body.addProperty("type", type);
    body.addProperty("dialog", dialog == null ? null : dialog.value());
    body.add("args", args);
    return Json.canonical(body);
  }

  public String toJson() {
    return Json.write(this);
  }

  /**
   * Reads the wire form; a missing {@code after} is empty.
   *
   * @throws JsonParseException if a field is missing or of the wrong type
   */
  public static Command fromJson(JsonElement element) {
    return Json.read(element, Command.class);
  }
}
