package app.recado.demo.tour;

import static app.recado.demo.tour.Stage.require;

import app.recado.protocol.DialogId;
import app.recado.protocol.MessageRow;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Everything that can be said in one conversation, and taken back. */
final class Answering implements Chapter {
  static final String OTHER = "Oi! O entregador deixou o sofá na casa errada.";

  private static final String GREETED = "Olá, Joana! Aqui é Bruno, da Casa Jatobá.";
  private static final String WHISPERED = "sobrou um jogo de prateleiras no estoque?";
  private static final String MANUAL = "manual-da-estante.pdf";
  private static final String BOARDS = "prateleiras.png";
  private static final String SENT = "Segue o manual. As prateleiras são estas?";
  private static final String ON_ITS_WAY = " Já separei.";
  private static final String MEASURED = "São três, de 80 cm.";
  private static final String QUOTED = "Anotado: três de 80 cm saem amanhã.";
  private static final String CORRECTED = "Anotado: três de 80 cm saem amanhã. E o frete é nosso.";
  private static final String LATER = "Joana, deu tudo certo com a montagem?";
  private static final String HASTY = "Chega na terca, das 9h às 12h.";
  private static final String OTHER_ANSWERED = "Oi, Miguel! Já estou falando com a transportadora.";

  private final Agent agent;

  Answering(Agent agent) {
    this.agent = agent;
  }

  @Override
  public List<Step> steps() {
    return List.of(
        Step.shown("canned", "He answers; what he often says is at hand.", this::findCanned),
        Step.unseen("A canned response has her name in it, and she reads it.", this::answer),
        Step.shown("mention", "A whisper to the team, and to whom.", this::mention),
        Step.unseen("The team has the whisper; she sees nothing of it.", this::whisper),
        Step.unseen("She sends a photo; he has a look at it.", this::receive),
        Step.shown("viewer", "The photo, as large as it gets.", this::view),
        Step.unseen("He sends two files, and she has them.", this::sendFiles),
        Step.shown("files", "Files and pictures stand where they were said.", this::emoji),
        Step.unseen("An emoji reaches her as it was chosen.", this::sendEmoji),
        Step.unseen("He quotes what she wrote; she sees the quote.", this::quote),
        Step.shown("menu", "What can be done with a message.", this::openMenu),
        Step.unseen("He corrects it; she reads one version.", this::edit),
        Step.shown("later", "One message waits for tomorrow, one can be undone.", this::later),
        Step.unseen("Undone, it is back where it was written.", this::undo),
        Step.unseen("Another customer is answered as well.", this::answerAnother));
  }

  private DeskProcess desk() {
    return agent.desk();
  }

  private SiteVisitor joana() {
    return agent.joana().site();
  }

  private void findCanned() {
    desk().click("#answer");
    desk().click("#writing");
    desk().type("#");
    desk().sees(".suggest-row", "Joana");
    desk().sees(".suggest-row", "montamos de segunda a sábado");
  }

  private void answer() throws Exception {
    desk().type("ola");
    desk().misses(".suggest-row", "montamos de segunda a sábado");
    desk().press("ENTER");
    desk().sees("#writing", GREETED);
    desk().press("ENTER");
    agent.stage().until("the customer reads the answer", () -> joana().sees(GREETED) == 1);
    desk().misses(".new-chat", "Joana Siqueira");
  }

  private void mention() {
    desk().click("#whisper");
    desk().click("#writing");
    desk().type("@");
    desk().sees(".suggest-row", "Otávio Prado");
  }

  private void whisper() throws Exception {
    desk().type("ota");
    desk().misses(".suggest-row", "Paula Reis");
    desk().press("ENTER");
    desk().type(WHISPERED);
    desk().press("ENTER");
    desk().sees(".bubble-row", WHISPERED);
    agent.stage().until("the team has the whisper", () -> has(MessageRow::whisper, WHISPERED));
    require(
        joana().transcript().stream().noneMatch(m -> m.toString().contains("Otávio")),
        "the customer sees the whisper");
    desk().click("#whisper");
  }

  private void receive() {
    joana().sends("caixa.png", Photo.frame(), "Veio só a estrutura, olha a foto 😕");
    desk().sees("#timeline", "Veio só a estrutura");
    desk().sees(".bubble .picture", "");
  }

  private void view() {
    desk().click(".bubble .picture");
    desk().sees(".picture-viewer", "caixa.png");
  }

  private void sendFiles() throws Exception {
    desk().press("ESCAPE");
    desk().misses(".picture-viewer", "");
    desk().click("#writing");
    paste(MANUAL, Photo.pdf("Estante Pau-brasil"));
    paste(BOARDS, Photo.boards());
    desk().type(SENT);
    desk().press("ENTER");
    agent
        .stage()
        .until(
            "the customer has both files",
            () -> joana().transcript().stream().anyMatch(Answering::hasBothFiles));
  }

  private void paste(String name, byte[] bytes) throws IOException {
    Path file = Files.createDirectories(agent.stage().folder().resolve("files")).resolve(name);
    Files.write(file, bytes);
    desk().copy(file);
    desk().press("CONTROL+V");
    desk().sees(".file-chip", name);
  }

  private static boolean hasBothFiles(JsonObject message) {
    String all = message.toString();
    return all.contains(MANUAL) && all.contains(BOARDS);
  }

  private void emoji() {
    desk().click("#writing");
    desk().click("#emoji");
    desk().sees(".emoji-picker", "");
  }

  private void sendEmoji() throws Exception {
    desk().type("package");
    desk().press("ENTER");
    desk().misses(".emoji-picker", "");
    desk().click("#writing");
    desk().type(ON_ITS_WAY);
    desk().press("ENTER");
    agent.stage().until("the customer has the emoji", () -> joana().sees("📦" + ON_ITS_WAY) == 1);
  }

  private void quote() throws Exception {
    joana().writes(MEASURED);
    desk().sees("#timeline", MEASURED);
    agent.menu(MEASURED);
    desk().press("Q");
    desk().sees(".composer-quote", MEASURED);
    agent.write(QUOTED);
    agent.stage().until("the customer sees the quote", () -> quotes(QUOTED, MEASURED));
  }

  private boolean quotes(String text, String quoted) {
    return joana().transcript().stream()
        .filter(message -> message.get("text").getAsString().equals(text))
        .anyMatch(message ->
            message.get("quote") instanceof JsonObject quote
                && quote.get("text").getAsString().equals(quoted));
  }

  private void openMenu() {
    agent.menu(QUOTED);
    desk().sees(".menu-row", "Edit message");
    desk().sees(".menu-row", "Delete message");
  }

  private void edit() throws Exception {
    desk().press("E");
    desk().sees("#writing", QUOTED);
    desk().type(CORRECTED.substring(QUOTED.length()));
    desk().press("ENTER");
    desk().sees(".bubble-row", CORRECTED);
    agent.stage().until("the customer reads the new text", () -> joana().sees(CORRECTED) == 1);
    require(joana().sees(QUOTED) == 0, "the customer still reads the old text");
  }

  private void later() {
    desk().click("#writing");
    desk().type(LATER);
    desk().click("#send-more");
    desk().click(".menu-row", "Send tomorrow");
    desk().sees(".scheduled-row", "To be sent");
    agent.write(HASTY);
    desk().sees("#undo-send", "");
  }

  private void undo() {
    desk().click("#undo-send");
    desk().sees("#writing", HASTY);
    desk().misses(".bubble-row", HASTY);
    require(joana().sees(HASTY) == 0, "what was undone reached the customer");
    require(joana().sees(LATER) == 0, "what waits for tomorrow has been sent");
    desk().press("CONTROL+A");
    desk().press("DELETE");
  }

  private void answerAnother() throws Exception {
    SiteVisitor site = agent.stage().visitor("/rastreio", "Miguel Torres");
    site.writes(OTHER);
    DialogId dialog = agent.paula().dialogWith(OTHER);
    agent.meetMiguel(new Agent.Guest(site, dialog));
    desk().click(".new-chat >> .primary", "Miguel Torres");
    desk().sees("#timeline", OTHER);
    agent.write(OTHER_ANSWERED);
    agent.stage().until("the customer reads the answer", () -> site.sees(OTHER_ANSWERED) == 1);
  }

  private boolean has(Predicate<MessageRow> kind, String words) {
    return agent.paula().messages(agent.joana().dialog()).stream()
        .filter(kind)
        .anyMatch(message -> message.text().contains(words));
  }
}
