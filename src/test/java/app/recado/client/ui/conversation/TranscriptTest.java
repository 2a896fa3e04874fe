package app.recado.client.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.DialogItem;
import app.recado.client.state.SendState;
import app.recado.client.state.TimelineEntry;
import app.recado.client.ui.Example;
import app.recado.client.ui.FakeDesk;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.i18n.Moments;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.MessageId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private static final DialogItem MARINA = Pictures.mine().getFirst();
  private static final Texts TEXTS = Texts.of("conversation");

  private final FakeDesk desk = Pictures.desk();
  private final ConversationViewModel model =
      new ConversationViewModel(desk, new AskedPorts(), new Moments(ZoneId.of("America/Recife")));

  private static final TimelineEntry.Message WHISPER =
      Example.message(
          MARINA, 2, "cliente difícil", Example.NOW, Pictures.BRUNO, true, true, SendState.SENT);

  @Test
  void theCustomersHasNothingThatTheCustomerHasNotSeen() {
    List<TimelineEntry> entries =
        List.of(
            new TimelineEntry.Day(LocalDate.of(2026, 11, 20)),
            Example.message(MARINA, 1, "Oi!", Example.NOW, null, false),
            WHISPER,
            quoting(
                Example.message(MARINA, 3, "Já vejo", Example.NOW, Pictures.BRUNO, true), WHISPER),
            Example.message(
                MARINA,
                4,
                "ainda na fila",
                Example.NOW,
                Pictures.BRUNO,
                true,
                false,
                SendState.QUEUED),
            new TimelineEntry.Held(Pictures.heldReply()));
    String said = text(entries, false) + html(entries, false);
    assertThat(said)
        .contains("Oi!", "Já vejo")
        .doesNotContain("difícil", "ainda na fila", "Recife");
    assertThat(text(entries, true)).contains("cliente difícil", "> cliente difícil", "Whisper");
  }

  @Test
  void whatWasWrittenIsTextAndNothingElse() {
    List<TimelineEntry> entries =
        List.of(
            Example.message(
                MARINA, 1, "<script>alert(1)</script> & \"tudo\"", Example.NOW, null, false));
    assertThat(html(entries, false))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;tudo&quot;")
        .doesNotContain("<script");
  }

  @Test
  void aHoleIsSaid() {
    assertThat(text(List.of(new TimelineEntry.Hole(1, 12, false)), false))
        .contains("[12 messages are not on this computer]");
  }

  @Test
  void theNameOfTheFileIsOneThatEveryComputerTakes() {
    assertThat(TranscriptFormat.HTML.fileName("Ana / \"Bia\": ..\\x?"))
        .isEqualTo("ana-bia-..-x.html");
    assertThat(TranscriptFormat.TEXT.fileName("???")).isEqualTo("recado.txt");
  }

  private String text(List<TimelineEntry> entries, boolean internal) {
    return TranscriptText.of(transcript(entries, internal), TEXTS);
  }

  private String html(List<TimelineEntry> entries, boolean internal) {
    return TranscriptHtml.of(transcript(entries, internal), TEXTS);
  }

  private Transcript transcript(List<TimelineEntry> entries, boolean internal) {
    return Transcript.of("Marina", "WhatsApp", entries, internal, model.rowWords(), TEXTS);
  }

  private static TimelineEntry quoting(
      TimelineEntry.Message message, TimelineEntry.Message quoted) {
    return new TimelineEntry.Message(
        message.row(),
        message.own(),
        message.state(),
        message.command(),
        message.authorName(),
        new TimelineEntry.Quoted(
            new MessageId(quoted.key()), quoted.authorName(), quoted.row().text(), false, 2L),
        null,
        null);
  }
}
