package app.recado.client.ui.conversation;

import static app.recado.client.ui.Pictures.BRUNO;
import static app.recado.client.ui.Pictures.CENTRO;
import static app.recado.client.ui.Pictures.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.state.HeldItem;
import app.recado.client.ui.Pictures;
import app.recado.client.ui.i18n.Language;
import app.recado.client.ui.i18n.Texts;
import app.recado.protocol.HeldReason;
import app.recado.protocol.SystemEvent;
import app.recado.protocol.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
  private static final List<String> EVENTS =
      List.of(
          "session_started",
          "offered",
          "accepted",
          "taken_over",
          "skipped",
          "returned",
          "transferred",
          "finished",
          "closed",
          "spam",
          "reopened",
          "invited",
          "joined",
          "left",
          "renamed",
          "pinned",
          "unpinned",
          "rated",
          "moved");
  private static final List<String> COMMANDS =
      List.of(
          "message.send",
          "message.edit",
          "message.delete",
          "dialog.accept",
          "dialog.finish",
          "dialog.spam",
          "dialog.transfer",
          "dialog.takeOver",
          "dialog.invite");

  @AfterEach
  void speakEnglish() {
    Texts.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyEventHasItsSentence(Language language) {
    SystemLines lines = lines(language);
    String unknown = lines.of(event("never_heard_of", BRUNO.id()));
    Set<String> said = new HashSet<>();
    for (String type : EVENTS) {
      for (UserId by : new UserId[] {BRUNO.id(), null}) {
        String line = lines.of(event(type, by));
        assertThat(line).as(type).isNotBlank().isNotEqualTo(unknown).doesNotContain("{");
        said.add(line);
      }
    }
    assertThat(said).hasSizeGreaterThanOrEqualTo(EVENTS.size());
  }

  @Test
  void aTakeOverNamesBoth() {
    SystemEvent taken =
        new SystemEvent("taken_over", PAULA.id(), BRUNO.id(), PAULA.id(), null, null, null, null);
    assertThat(lines(Language.ENGLISH).of(taken)).isEqualTo("Paula Reis took over from Bruno Lima");
    assertThat(lines(Language.PORTUGUESE).of(taken))
        .isEqualTo("Paula Reis assumiu no lugar de Bruno Lima");
  }

  @Test
  void whoHasLeftTheWorkspaceIsStillSomebody() {
    assertThat(lines(Language.ENGLISH).of(event("joined", new UserId("gone"))))
        .isEqualTo("a former colleague joined");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyReasonAndChoiceHasItsWords(Language language) {
    HeldWords words = heldWords(language);
    for (HeldReason reason : HeldReason.values()) {
      for (String type : COMMANDS) {
        HeldItem item = held(reason, type);
        assertThat(words.happened(item)).isNotBlank().doesNotContain("{");
        assertThat(words.consequence(item)).isNotBlank().doesNotContain("{");
        for (HeldItem.Choice choice : HeldItem.Choice.values()) {
          assertThat(words.choice(item, choice)).isNotBlank().doesNotContain("{");
        }
      }
    }
  }

  @Test
  void theCardOfATakenReplySaysWhoHasItNow() {
    HeldWords words = heldWords(Language.ENGLISH);
    assertThat(words.happened(Pictures.heldReply()))
        .isEqualTo("Before your reply went out, this conversation went to Paula Reis.");
    assertThat(words.choice(Pictures.heldReply(), HeldItem.Choice.WHISPER_TO_OWNER))
        .isEqualTo("Whisper it to Paula");
  }

  private static SystemLines lines(Language language) {
    Texts.speak(language);
    Texts texts = Texts.of("conversation");
    return new SystemLines(texts, new Names(Pictures.desk(), texts));
  }

  private static HeldWords heldWords(Language language) {
    Texts.speak(language);
    Texts texts = Texts.of("conversation");
    return new HeldWords(texts, new Names(Pictures.desk(), texts));
  }

  private static SystemEvent event(String type, @Nullable UserId by) {
    return new SystemEvent(type, by, null, PAULA.id(), CENTRO.id(), List.of(PAULA.id()), "mesa", 4);
  }

  private static HeldItem held(HeldReason reason, String type) {
    HeldItem like = Pictures.heldReply();
    return new HeldItem(
        like.id(),
        like.dialog(),
        like.dialogTitle(),
        type,
        reason,
        null,
        null,
        null,
        like.madeAt(),
        like.texts(),
        like.chain(),
        like.choices());
  }
}
