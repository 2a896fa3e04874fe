package app.recado.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recado.protocol.Intent.SendMessage;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
  private static final DialogId DIALOG = new DialogId("0197-dialog");
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.007Z");

  @Test
  void survivesTheWire() {
    Command command =
        Command.of(
            new CommandId("c1"),
            DIALOG,
            new Basis(new SessionId("s1"), null, new ChannelId("ch1"), null),
            List.of(new CommandId("c0")),
            new SendMessage("Olá 👩‍👩‍👧", true, null, List.of()),
            NOON);

    Command read = Command.fromJson(Json.read(command.toJson(), JsonObject.class));

    assertThat(read).isEqualTo(command);
    assertThat(read.intent()).isEqualTo(new SendMessage("Olá 👩‍👩‍👧", true, null, List.of()));
    assertThat(command.toJson()).contains("\"madeAt\":\"2026-05-04T12:00:00.007Z\"");
  }

  @Test
  void fillsInWhatMayBeAbsent() {
    Command read = parse("{\"id\":\"c1\",\"type\":\"message.send\",\"args\":{\"text\":\"hi\"}}");

    assertThat(read.after()).isEmpty();
    assertThat(read.basis()).isNull();
    assertThat(read.intent()).isEqualTo(new SendMessage("hi", false, null, List.of()));
  }

  @Test
  void sameBodyInAnotherOrderIsTheSameBody() {
    Command one =
        parse("{\"id\":\"c\",\"type\":\"x\",\"args\":{\"a\":1,\"b\":{\"c\":[1,2],\"d\":null}}}");
    Command other =
        parse("{\"args\":{\"b\":{\"d\":null,\"c\":[1,2]},\"a\":1},\"id\":\"c\",\"type\":\"x\"}");
    Command another = parse("{\"id\":\"c\",\"type\":\"x\",\"args\":{\"a\":2}}");

    assertThat(one.canonicalBody()).isEqualTo(other.canonicalBody());
    assertThat(one.canonicalBody()).isNotEqualTo(another.canonicalBody());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "7",
        "{}",
        "{\"id\":\"c1\",\"type\":\"message.send\"}",
        "{\"id\":\"\",\"type\":\"message.send\",\"args\":{}}",
        "{\"id\":\"a/b\",\"type\":\"message.send\",\"args\":{}}",
        "{\"id\":7,\"type\":\"message.send\",\"args\":{}}",
        "{\"id\":\"c\",\"type\":\"message.send\",\"args\":[]}",
        "{\"id\":\"c\",\"type\":\"message.send\",\"args\":{},\"after\":\"x\"}",
        "{\"id\":\"c\",\"type\":\"message.send\",\"args\":{},\"after\":[null]}",
        "{\"id\":\"c\",\"type\":\"message.send\",\"args\":{},\"madeAt\":\"yesterday\"}"
      })
  void refusesWhatIsNoCommand(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(JsonParseException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\":null}",
        "{\"text\":[]}",
        "{\"text\":7}",
        "{\"text\":\"a\",\"whisper\":\"true\"}",
        "{\"text\":\"a\",\"files\":[null]}"
      })
  void refusesArgumentsThatDoNotFit(String args) {
    Command command = parse("{\"id\":\"c1\",\"type\":\"message.send\",\"args\":" + args + "}");
    assertThatThrownBy(command::intent).isInstanceOf(JsonParseException.class);
  }

  private static Command parse(String text) {
    return Command.fromJson(Json.read(text, com.google.gson.JsonElement.class));
  }
}
