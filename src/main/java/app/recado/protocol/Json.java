package app.recado.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON mapping. Names are camelCase, nulls are written, times are RFC 3339 in UTC with
 * milliseconds, ids are plain strings, enum constants are their names in lower case. Thread-safe.
 */
public final class Json {
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .disableHtmlEscaping()
          .setStrictness(Strictness.STRICT)
          .registerTypeAdapter(Instant.class, new InstantAdapter().nullSafe())
          .registerTypeAdapterFactory(new ExactTypes())
          .registerTypeAdapterFactory(new IdAdapters())
          .registerTypeAdapterFactory(new EnumAdapters())
          .registerTypeAdapterFactory(new MacroSteps())
          .create();

  private Json() {}

  public static String write(Object value) {
    return switch (value) {
      case MessageRow row -> RowJson.write(row);
      case DialogRow row -> RowJson.write(row);
      case DialogRow.LastMessage message -> RowJson.write(message);
      default -> GSON.toJson(value);
    };
  }

  public static JsonElement tree(Object value) {
    return GSON.toJsonTree(value);
  }

  /**
   * Reads one JSON document.
   *
   * @throws JsonParseException if the text is not exactly one JSON value or does not fit the type
   */
  public static <T> T read(String text, Class<T> type) {
    try {
      T value = GSON.fromJson(text, type);
      if (value == null) {
        throw new JsonParseException("empty document");
      }
      return value;
    } catch (JsonParseException malformed) {
      throw malformed;
    } catch (RuntimeException | StackOverflowError malformed) {
      throw new JsonParseException(malformed);
    }
  }

  /** As {@link #read(String, Class)}, from a parsed tree. */
  public static <T> T read(JsonElement tree, Class<T> type) {
    try {
      T value = GSON.fromJson(tree, type);
      if (value == null) {
        throw new JsonParseException("null is not a " + type.getSimpleName());
      }
      return value;
    } catch (JsonParseException malformed) {
      throw malformed;
    } catch (RuntimeException malformed) {
      throw new JsonParseException(malformed);
    }
  }

  /**
   * Canonical text: object members sorted by name, no white space; equal trees give equal texts.
   */
  public static String canonical(JsonElement tree) {
    return GSON.toJson(sorted(tree));
  }

  /** Writes an instant as RFC 3339 in UTC with milliseconds. */
  public static String time(Instant instant) {
    return Rfc3339.write(instant);
  }

  private static JsonElement sorted(JsonElement tree) {
    if (tree.isJsonObject()) {
      Map<String, JsonElement> byName = new TreeMap<>(tree.getAsJsonObject().asMap());
      JsonObject copy = new JsonObject();
      byName.forEach((name, value) -> copy.add(name, sorted(value)));
      return copy;
    }
    if (tree.isJsonArray()) {
      var copy = new com.google.gson.JsonArray();
      tree.getAsJsonArray().forEach(element -> copy.add(sorted(element)));
      return copy;
    }
    return tree;
  }

  private static final class InstantAdapter extends TypeAdapter<Instant> {
    @Override
    public void write(JsonWriter out, Instant value) throws IOException {
      out.value(Rfc3339.write(value));
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
      try {
        Instant value = Rfc3339.read(in.nextString());
        if (value.isBefore(FIRST) || value.isAfter(LAST)) {
          throw new JsonParseException("not a time with a year of four digits");
        }
        return value;
      } catch (DateTimeException malformed) {
        throw new JsonParseException("not an RFC 3339 time", malformed);
      }
    }
  }

  /** Gson reads {@code 7} as a text and {@code "7"} as a number; a contract does not. */
  private static final class ExactTypes implements TypeAdapterFactory {
    private static final Map<Class<?>, JsonToken> TOKENS =
        Map.of(
            String.class, JsonToken.STRING,
            boolean.class, JsonToken.BOOLEAN,
            Boolean.class, JsonToken.BOOLEAN,
            int.class, JsonToken.NUMBER,
            Integer.class, JsonToken.NUMBER,
            long.class, JsonToken.NUMBER,
            Long.class, JsonToken.NUMBER);

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      JsonToken expected = TOKENS.get(type.getRawType());
      if (expected == null) {
        return null;
      }
      TypeAdapter<T> delegate = gson.getDelegateAdapter(this, type);
      return new TypeAdapter<>() {
        @Override
        public void write(JsonWriter out, T value) throws IOException {
          delegate.write(out, value);
        }

        @Override
        public T read(JsonReader in) throws IOException {
          JsonToken found = in.peek();
          if (found != expected && found != JsonToken.NULL && found != JsonToken.NAME) {
            throw new JsonParseException("expected " + expected + " but found " + found);
          }
          return delegate.read(in);
        }
      };
    }
  }

  /**
   * Gives the same object for an id read again soon: ten thousand rows name the same few people.
   */
  private static final class IdAdapters implements TypeAdapterFactory {
    private static final int REMEMBERED = 1 << 13;

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      Class<? super T> raw = type.getRawType();
      if (!Id.class.isAssignableFrom(raw) || !raw.isRecord()) {
        return null;
      }
      Constructor<? super T> constructor;
      try {
        constructor = raw.getDeclaredConstructor(String.class);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(raw + " is not a one-field record", e);
      }
      return new TypeAdapter<T>() {
        // Threads may overwrite each other's: ids are values, so all that is lost is the saving.
        private final @Nullable Object[] recent = new @Nullable Object[REMEMBERED];

        @Override
        public void write(JsonWriter out, T value) throws IOException {
          out.value(((Id) value).value());
        }

        @Override
        @SuppressWarnings("unchecked")
        public T read(JsonReader in) throws IOException {
          if (in.peek() != JsonToken.STRING) {
            throw new JsonParseException("an id is a string");
          }
          String text = in.nextString();
          int hash = text.hashCode();
          int place = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
          Object known = recent[place];
          if (known != null && ((Id) known).value().equals(text)) {
            return (T) known;
          }
          try {
            T read = (T) constructor.newInstance(text);
            recent[place] = read;
            return read;
          } catch (ReflectiveOperationException e) {
            throw new JsonParseException("not an id", e);
          }
        }
      }.nullSafe();
    }
  }

  private static final class EnumAdapters implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      Class<? super T> raw = type.getRawType();
      if (!raw.isEnum()) {
        return null;
      }
      Map<String, T> byName = new TreeMap<>();
      for (Object constant : raw.getEnumConstants()) {
        @SuppressWarnings("unchecked")
        T value = (T) constant;
        byName.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), value);
      }
      return new TypeAdapter<T>() {
        @Override
        public void write(JsonWriter out, T value) throws IOException {
          out.value(((Enum<?>) value).name().toLowerCase(Locale.ROOT));
        }

        @Override
        public T read(JsonReader in) throws IOException {
          T value = in.peek() == JsonToken.STRING ? byName.get(in.nextString()) : null;
          if (value == null) {
            throw new JsonParseException("expected one of " + byName.keySet());
          }
          return value;
        }
      }.nullSafe();
    }
  }

  /** A step is the object of its arguments, with {@code act} before them. */
  private static final class MacroSteps implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      if (type.getRawType() != MacroStep.class) {
        return null;
      }
      Map<String, Class<? extends MacroStep>> acts = MacroStep.acts();
      return new TypeAdapter<T>() {
        @Override
        public void write(JsonWriter out, T value) throws IOException {
          JsonObject step = new JsonObject();
          acts.forEach((act, kind) -> {
            if (kind == value.getClass()) {
              step.addProperty("act", act);
            }
          });
          gson.toJsonTree(value, value.getClass()).getAsJsonObject().asMap().forEach(step::add);
          gson.toJson(step, out);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T read(JsonReader in) throws IOException {
          JsonObject step = gson.fromJson(in, JsonObject.class);
          JsonElement act = step.get("act");
          Class<? extends MacroStep> kind =
              act != null && act.isJsonPrimitive() ? acts.get(act.getAsString()) : null;
          if (kind == null) {
            throw new JsonParseException("expected one of " + acts.keySet());
          }
          return (T) gson.fromJson(step, kind);
        }
      }.nullSafe();
    }
  }
}
