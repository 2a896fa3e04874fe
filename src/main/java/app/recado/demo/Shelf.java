package app.recado.demo;

import app.recado.protocol.CannedScope;
import app.recado.protocol.ChannelId;
import app.recado.protocol.Ids;
import app.recado.protocol.Intent;
import app.recado.protocol.MacroId;
import app.recado.protocol.MacroStep;
import app.recado.protocol.Priority;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the shop often does in one go. */
final class Shelf {
  private final Ids ids;
  private final Function<String, ChannelId> channel;

  /**
   * @param channel the channel of a key
   */
  Shelf(Ids ids, Function<String, ChannelId> channel) {
    this.ids = ids;
    this.channel = channel;
  }

  /** Keeps all of it: a colleague what everybody has, oneself the rest. */
  void fill(Colleague everybodys, Colleague mine) {
    mine.does(
        macro(
            "Orçamento enviado",
            "loja",
            new MacroStep.Answer(),
            new MacroStep.Reply(
                "Oi, {cliente.nome|tudo bem}! Acabei de montar o seu orçamento; ele vale por sete"
                    + " dias e já inclui a entrega. Qualquer dúvida, é só me chamar."),
            new MacroStep.Tag(List.of("orçamento"), List.of()),
            new MacroStep.Snooze(MacroStep.Morning.TOMORROW, null)));
    everybodys.does(
        macro(
            "Avaria na entrega",
            null,
            new MacroStep.Answer(),
            new MacroStep.Reply(
                "Sinto muito pelo transtorno, {cliente.nome|por favor}. Pode me mandar uma foto da"
                    + " peça? A troca é por nossa conta."),
            new MacroStep.Whisper("Avaria: separar peça nova e avisar o depósito."),
            new MacroStep.Tag(List.of("avaria"), List.of()),
            new MacroStep.Prioritize(Priority.HIGH),
            new MacroStep.Transfer(
                null, channel.apply("entregas"), "Avaria na entrega, aguardando a foto.")));
    everybodys.does(
        macro(
            "Encerrar com agradecimento",
            null,
            new MacroStep.Reply(
                "Obrigado pela conversa, {cliente.nome|e até logo}! Se precisar de algo mais, a"
                    + " Casa Jatobá está aqui."),
            new MacroStep.Finish()));
  }

  private Intent macro(String name, @Nullable String ofChannel, MacroStep... steps) {
    return new Intent.SaveMacro(
        new MacroId(ids.next()),
        scope(ofChannel),
        ofChannel == null ? null : channel.apply(ofChannel),
        name,
        List.of(steps));
  }

  private static CannedScope scope(@Nullable String ofChannel) {
    return ofChannel == null ? CannedScope.EVERYBODY : CannedScope.CHANNEL;
  }
}
