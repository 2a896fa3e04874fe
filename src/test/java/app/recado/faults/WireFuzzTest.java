package app.recado.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import app.recado.protocol.Change;
import app.recado.protocol.Command;
import app.recado.protocol.Json;
import app.recado.protocol.MessagePage;
import app.recado.protocol.Outcome;
import app.recado.protocol.SyncPage;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Whatever comes over the wire, reading it gives a value or a {@link JsonParseException}. */
final class WireFuzzTest {
  private static final int ROUNDS = 20_000;
  private static final String ID = "019ca2f0-0000-7000-8000-000000000001";

  private static final String COMMAND =
      """
      {"id":"%s","type":"message.send","dialog":"%s",
       "basis":{"session":"%s","owner":null,"channel":"%s","lastMessage":null},
       "after":["%s"],"args":{"text":"olá 👋","whisper":false,"quote":null,"files":[]},
       "madeAt":"2026-03-02T12:00:00.000Z"}
      """
          .replace("%s", ID);

  private static final String MESSAGE =
      """
      {"id":"%s","dialog":"%s","session":"%s","position":7,
       "author":{"kind":"agent","id":"%s"},"text":"olá","whisper":true,"quote":"%s","files":["a"],
       "createdAt":"2026-03-02T12:00:00.000Z","editedAt":null,"deletedAt":null,
       "delivery":"sent","failure":null,
       "event":{"type":"invited","by":"%s","from":null,"to":null,"channel":null,"users":["%s"],
         "text":null,"number":3},"seq":12}
      """
          .replace("%s", ID);

  private static final String CHANGE =
      "{\"kind\":\"message\",\"id\":\"" + ID + "\",\"seq\":12,\"data\":" + MESSAGE + "}";

  private static final String PAGE =
      "{\"changes\":["
          + CHANGE
          + ",{\"kind\":\"dialog\",\"id\":\"x\",\"seq\":13,\"gone\":true}],\"cursor\":\"c\","
          + "\"more\":false,\"relayTime\":\"2026-03-02T12:00:00.000Z\"}";

  private static final String OUTCOME =
      """
      {"id":"%s","outcome":"held","seq":null,"reason":"taken","field":null,
       "now":{"session":null,"unseen":"%s","by":"%s","at":"2026-03-02T12:00:00.000Z"}}
      """
          .replace("%s", ID);

  @Test
  void commandsReadOrAreRefused() {
    fuzz(
        COMMAND,
        text -> {
          Command command = Command.fromJson(JsonParser.parseString(text));
          assertThat(command.canonicalBody()).isNotEmpty();
          command.intent();
        });
  }

  @Test
  void changesReadOrAreRefused() {
    fuzz(CHANGE, text -> Change.fromJson(JsonParser.parseString(text)).toJson());
  }

  @Test
  void pagesOfChangesReadOrAreRefused() {
    fuzz(PAGE, text -> SyncPage.fromJson(text).toJson());
  }

  @Test
  void pagesOfMessagesReadOrAreRefused() {
    fuzz(
        "{\"messages\":[" + MESSAGE + "],\"more\":true}",
        text -> MessagePage.fromJson(text).toJson());
  }

  @Test
  void outcomesReadOrAreRefused() {
    fuzz(OUTCOME, text -> Json.write(Json.read(text, Outcome.class)));
  }

  private static void fuzz(String valid, Consumer<String> read) {
    read.accept(valid);
    SplittableRandom random = new SplittableRandom(valid.hashCode());
    int accepted = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String text = random.nextInt(3) == 0 ? bytes(valid, random) : shape(valid, random);
      try {
        read.accept(text);
        accepted++;
      } catch (JsonParseException refused) {
        assertThat(refused).isNotNull();
      } catch (RuntimeException | StackOverflowError other) {
        fail("round " + i + ", " + text, other);
      }
    }
    assertThat(accepted).as("inputs that were still readable").isBetween(1, ROUNDS - 1);
  }

  /** Changes characters here and there, without regard to what they mean. */
  private static String bytes(String text, RandomGenerator random) {
    StringBuilder changed = new StringBuilder(text);
    int edits = 1 + random.nextInt(3);
    for (int i = 0; i < edits && !changed.isEmpty(); i++) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(4)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, (char) random.nextInt(1, 0x3000));
        case 2 -> changed.setCharAt(at, "{}[]\",:0-9.eE\\ntf".charAt(random.nextInt(17)));
        default -> changed.setLength(at);
      }
    }
    return changed.toString();
  }

  /** Keeps it JSON, but puts something else in one or two places. */
  private static String shape(String text, RandomGenerator random) {
    JsonElement tree = JsonParser.parseString(text);
    int edits = 1 + random.nextInt(2);
    for (int i = 0; i < edits; i++) {
      List<Runnable> places = new ArrayList<>();
      places(tree, random, places);
      if (!places.isEmpty()) {
        places.get(random.nextInt(places.size())).run();
      }
    }
    return tree.toString();
  }

  private static void places(JsonElement tree, RandomGenerator random, List<Runnable> places) {
    if (tree instanceof JsonObject object) {
      for (String name : List.copyOf(object.keySet())) {
        places.add(() -> object.remove(name));
        places.add(() -> object.add(name, odd(random)));
        places(object.get(name), random, places);
      }
    } else if (tree instanceof JsonArray array) {
      places.add(() -> array.add(odd(random)));
      array.forEach(element -> places(element, random, places));
    }
  }

  private static JsonElement odd(RandomGenerator random) {
    return switch (random.nextInt(12)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(true);
      case 2 -> new JsonPrimitive(-1);
      case 3 -> new JsonPrimitive(1e300);
      case 4 -> new JsonPrimitive("");
      case 5 -> new JsonPrimitive("x".repeat(70));
      case 6 -> new JsonPrimitive("2026-02-30T25:00:00Z");
      case 7 -> new JsonObject();
      case 8 -> new JsonArray();
      case 9 -> new JsonPrimitive("+1000000000-12-31T23:59:59Z");
      case 10 -> new JsonPrimitive("dialog");
      default -> JsonParser.parseString("[{\"id\":[[]]}]");
    };
  }
}
