package app.recado.client.ui;

import app.recado.client.state.DialogItem;
import app.recado.protocol.CannedId;
import app.recado.protocol.CannedRow;
import app.recado.protocol.CannedScope;
import java.util.List;

/** The reply field with its tools, as {@code composer-canned.png} shows it. */
public final class PicturesOfWriting {
  private PicturesOfWriting() {}

  /** A desk with responses to choose from. */
  public static FakeDesk desk() {
    FakeDesk desk = Pictures.desk();
    DialogItem marina = Pictures.mine().getFirst();
    desk.canned.all.setAll(
        response(
            marina,
            "frete",
            "Frete e prazo",
            "Oi, {cliente.nome}! Para {cliente.cidade} o frete fica em R$ 180 e chega em 6 dias.",
            CannedScope.CHANNEL,
            12),
        response(
            marina,
            "freteg",
            "Frete grátis",
            "Acima de R$ 500 o frete é por nossa conta.",
            CannedScope.EVERYBODY,
            7),
        response(
            marina,
            "troca",
            "Troca com frete",
            "A primeira troca tem frete pago por nós.",
            CannedScope.EVERYBODY,
            3),
        response(
            marina,
            "ola",
            "Saudação",
            "Olá, {cliente.nome|tudo bem}! Aqui é {agente.nome}.",
            CannedScope.PERSONAL,
            40));
    return desk;
  }

  private static CannedRow response(
      DialogItem item, String shortcut, String title, String text, CannedScope scope, long uses) {
    return new CannedRow(
        new CannedId("canned-" + shortcut),
        scope,
        scope == CannedScope.CHANNEL ? item.channel().id() : null,
        Pictures.BRUNO.id(),
        shortcut.equals("ola") ? "Atendimento" : "Envio",
        title,
        shortcut,
        text,
        List.of(),
        List.of(),
        null,
        uses,
        Example.NOW);
  }
}
