package app.recado.client.ui;

import app.recado.client.state.DialogItem;
import app.recado.protocol.CannedScope;
import app.recado.protocol.MacroId;
import app.recado.protocol.MacroRow;
import app.recado.protocol.MacroStep;
import app.recado.protocol.Priority;
import java.util.List;

/** A desk with macros to run. */
public final class PicturesOfMacros {
  private PicturesOfMacros() {}

  public static FakeDesk desk() {
    FakeDesk desk = Pictures.desk();
    DialogItem marina = Pictures.mine().getFirst();
    desk.macros.all.setAll(
        macro(
            "quote",
            "Orçamento enviado",
            CannedScope.CHANNEL,
            marina,
            new MacroStep.Answer(),
            new MacroStep.Reply(
                "Oi, {cliente.nome|tudo bem}! Mandei o orçamento para {cliente.cidade}. 🪑\n"
                    + "Ele vale até sexta."),
            new MacroStep.Tag(List.of("orçamento"), List.of()),
            new MacroStep.Prioritize(Priority.HIGH),
            new MacroStep.Snooze(MacroStep.Morning.TOMORROW, null)),
        macro(
            "close",
            "Encerrar com agradecimento",
            CannedScope.EVERYBODY,
            marina,
            new MacroStep.Reply("Obrigado pela conversa, {cliente.nome|até logo}!"),
            new MacroStep.Finish()),
        macro(
            "assembly",
            "Passar para a montagem",
            CannedScope.PERSONAL,
            marina,
            new MacroStep.Whisper(
                "Cliente pede montagem, ligar em {cliente.telefone}, falar com {cliente.nome}."),
            new MacroStep.Transfer(Pictures.PAULA.id(), null, "montagem"),
            new MacroStep.Finish()));
    return desk;
  }

  private static MacroRow macro(
      String id, String name, CannedScope scope, DialogItem item, MacroStep... steps) {
    return new MacroRow(
        new MacroId("macro-" + id),
        scope,
        scope == CannedScope.CHANNEL ? item.channel().id() : null,
        Pictures.BRUNO.id(),
        name,
        List.of(steps),
        Example.NOW);
  }
}
