package app.recado.demo.tour;

import static app.recado.demo.tour.Stage.known;
import static app.recado.demo.tour.Stage.require;

import app.recado.protocol.DialogId;
import app.recado.protocol.Intent;
import app.recado.protocol.MessageRow;
import app.recado.protocol.SessionStatus;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The whole main job, step by step: a customer writes on the website, an agent answers from the
 * desk, online and offline. Selectors name nodes of the desk's real views; {@code A >> B} is the B
 * inside that A which shows the text.
 */
final class MainJob {
  private static final String ASKED = "Boa tarde! Minha estante chegou sem as prateleiras.";
  private static final String ANSWERED = "Boa tarde, Joana! Sinto muito. Vou resolver agora.";
  private static final String WHISPERED = "Otávio, sobrou um jogo de prateleiras no estoque?";
  private static final String MEASURED = "São três, de 80 cm.";
  private static final String QUOTED = "Anotado: três de 80 cm saem amanhã cedo.";
  private static final String OTHER = "Oi! O entregador deixou o sofá na casa errada.";
  private static final String OTHER_ANSWERED = "Oi, Miguel! Já estou falando com a transportadora.";
  private static final String ONCE = "Joana, o código de rastreio é CJ-80412.";
  private static final String HELD = "Miguel, eles voltam para buscar às 16h.";
  private static final String FIRST = "O tecido da cadeira Ipê veio diferente da foto";
  private static final String NAMED = "prateleiras em falta";
  private static final String DRAFT = "João, a nota fiscal vai";

  private final Stage stage;
  private final String channelKey;
  private final RemoteColleague paula;
  private @Nullable DeskProcess desk;
  private @Nullable SiteVisitor joana;
  private @Nullable SiteVisitor miguel;
  private @Nullable DialogId joanas;
  private @Nullable DialogId miguels;

  /**
   * @param channelKey of the channel in which everybody sees every new dialog
   */
  MainJob(Stage stage, String channelKey, RemoteColleague paula) {
    this.stage = stage;
    this.channelKey = channelKey;
    this.paula = paula;
  }

  List<Step> steps() {
    return List.of(
        new Step("sign-in", "The desk opens and asks who is there.", this::signIn),
        new Step("contact-center", "Bruno is in: his conversations are there.", this::enter),
        new Step(
            "new-chat", "A customer writes on the website; the desk announces it.", this::ring),
        new Step("unanswered", "He looks before he answers; nothing is told to her.", this::look),
        new Step("answered", "He answers, and she reads it on the website.", this::answer),
        new Step("whispered", "A whisper to the team; she sees nothing of it.", this::whisper),
        new Step("quoted", "He quotes what she wrote; she sees the quote.", this::quote),
        new Step("second-dialog", "Another customer is answered as well.", this::answerAnother),
        new Step("offline", "The connection is cut. Work goes on.", this::cut),
        new Step("history-offline", "Offline: another conversation, to its beginning.", this::leaf),
        new Step("search-offline", "Offline: search, accents or not.", this::search),
        new Step("queued", "Offline: two replies are queued, a draft is left.", this::queue),
        new Step("killed", "The desk is killed and opened again, still offline.", this::kill),
        new Step(
            "back-online", "Paula took one. Back online: one reply went out.", this::reconnect),
        new Step("held", "The other reply is held: nothing was sent.", this::openHeld),
        new Step("resolved", "It goes to Paula as a whisper instead.", this::resolve),
        new Step("palette", "He says what to do: the palette finds it by name.", this::say),
        new Step("renamed", "The team calls a conversation by a name of its own.", this::rename),
        new Step("menu", "It is pinned as his, and a colleague invited.", this::pinAndInvite),
        new Step("transfer", "A conversation goes to a colleague, found by name.", this::pick),
        new Step("transferred", "Tainá has it now.", this::transfer),
        new Step("spam", "Another is spam.", this::spam),
        new Step("finished", "And the first one is finished.", this::finish));
  }

  DeskProcess desk() {
    return known(desk);
  }

  /** Ends what was started. */
  void end() throws InterruptedException {
    if (desk != null) {
      desk.kill();
    }
  }

  private void signIn() throws Exception {
    desk = stage.openDesk();
    desk().sees("#sign-in", "");
    fill("#email", "bruno@casajatoba.example");
    fill("#password", stage.password());
  }

  private void enter() {
    desk().click("#sign-in");
    desk().sees(".connection-button", "Online");
    tab("Mine");
    open("Marina Rocha");
    desk().sees("#timeline", "E o frete para Recife, quanto fica?");
  }

  private void ring() {
    joana = stage.visitor(channelKey, "/estantes/pau-brasil", "Joana Siqueira");
    joana.writes(ASKED);
    joanas = paula.dialogWith(ASKED);
    desk().sees(".new-chat", "Joana Siqueira");
  }

  private void look() {
    desk().click(".new-chat >> .secondary", "Joana Siqueira");
    desk().sees("#action-bar", "");
    desk().sees("#timeline", ASKED);
    desk().misses("#writing", "");
    require(
        paula.look(known(joanas)).session().status() == SessionStatus.NEW,
        "looking at a dialog must not accept it");
  }

  private void answer() throws Exception {
    desk().click("#answer");
    write(ANSWERED);
    stage.until("the customer reads the answer", () -> known(joana).sees(ANSWERED) == 1);
    desk().misses(".new-chat", "Joana Siqueira");
  }

  private void whisper() throws Exception {
    desk().click("#whisper");
    write(WHISPERED);
    stage.until(
        "the team has the whisper",
        () -> paula.messages(known(joanas), WHISPERED).stream().anyMatch(MessageRow::whisper));
    require(
        known(joana).transcript().stream().noneMatch(m -> m.toString().contains("Otávio")),
        "the customer sees the whisper");
    desk().click("#whisper");
  }

  private void quote() throws Exception {
    known(joana).writes(MEASURED);
    desk().sees("#timeline", MEASURED);
    desk().menu(".bubble-row >> .bubble", MEASURED);
    desk().sees(".menu-card", "");
    desk().press("Q");
    desk().sees(".composer-quote", MEASURED);
    write(QUOTED);
    stage.until("the customer sees the quote", () -> quotes(QUOTED, MEASURED));
  }

  private void answerAnother() throws Exception {
    miguel = stage.visitor(channelKey, "/rastreio", "Miguel Torres");
    miguel.writes(OTHER);
    miguels = paula.dialogWith(OTHER);
    desk().click(".new-chat >> .primary", "Miguel Torres");
    desk().sees("#timeline", OTHER);
    write(OTHER_ANSWERED);
    stage.until("the customer reads the answer", () -> known(miguel).sees(OTHER_ANSWERED) == 1);
  }

  private void cut() {
    stage.cable().cut();
    desk().sees(".connection-button", "Offline");
  }

  private void leaf() {
    tab("Mine");
    open("Marina Rocha");
    desk().sees("#timeline", "Ela precisa caber num espaço");
    stage.repeat(
        "the wheel leads to the first conversation with her",
        () -> {
          desk().wheel("#timeline", -5);
          return desk().texts("#timeline").getFirst().contains(FIRST);
        });
  }

  private void search() {
    desk().press("CONTROL+K");
    desk().sees("#search-query", "");
    desk().type("orcamento");
    desk().sees(".hit-row", "orçamento");
  }

  private void queue() {
    desk().press("ESCAPE");
    desk().misses("#search-query", "");
    open("Joana Siqueira");
    write(ONCE);
    desk().sees(".connection-button", "1");
    open("Miguel Torres");
    write(HELD);
    desk().sees(".connection-button", "2");
    open("João Pedro Antunes");
    desk().click("#writing");
    desk().type(DRAFT);
    desk().sees(".composer-tools", "saved");
  }

  private void kill() throws Exception {
    desk().kill();
    desk = stage.openDesk();
    desk().sees(".connection-button", "2");
    tab("Mine");
    open("João Pedro Antunes");
    desk().sees("#writing", DRAFT);
    open("Joana Siqueira");
    desk().sees("#timeline", ONCE);
    require(known(joana).sees(ONCE) == 0, "a queued reply went out while the cable was cut");
  }

  private void reconnect() throws Exception {
    paula.does(known(miguels), new Intent.TakeOverDialog());
    stage.cable().mend();
    // It would try by itself, at longer and longer intervals; Bruno does not wait for that.
    desk().click(".connection-button");
    desk().click(".menu-item", "Try now");
    desk().sees(".connection-button", "Online", 75);
    stage.until("the customer reads the queued reply", () -> known(joana).sees(ONCE) == 1);
    require(
        paula.messages(known(joanas), ONCE).size() == 1,
        "the queued reply must be on the relay exactly once");
  }

  private void openHeld() {
    desk().click("#rail-ATTENTION");
    desk().sees(".held-card", "Paula Reis");
    require(known(miguel).sees(HELD) == 0, "the held reply reached the customer");
    require(paula.messages(known(miguels), HELD).isEmpty(), "the held reply is on the relay");
  }

  private void resolve() throws Exception {
    desk().click("#choice-WHISPER_TO_OWNER");
    stage.until(
        "the team has the whisper",
        () -> paula.messages(known(miguels), HELD).stream().anyMatch(MessageRow::whisper));
    desk().misses(".held-card", "");
    require(known(miguel).sees(HELD) == 0, "the whispered text reached the customer");
    require(known(joana).sees(ONCE) == 1, "the queued reply must stay the only one");
  }

  private void say() {
    desk().click("#rail-CONTACT_CENTER");
    tab("Mine");
    open("Joana Siqueira");
    desk().press("CONTROL+K");
    desk().type("renam");
    desk().sees("#hit-rename", "");
  }

  private void rename() throws Exception {
    desk().press("ENTER");
    desk().sees("#rename-card", "");
    desk().click("#rename-name");
    desk().type(NAMED);
    desk().press("ENTER");
    desk().sees(".conversation-header", NAMED);
    stage.until("the relay has the name", () -> paula.look(known(joanas)).title().equals(NAMED));
  }

  private void pinAndInvite() throws Exception {
    desk().click("#more");
    desk().click(".menu-row", "Pin as mine");
    stage.until("it is pinned", () -> paula.look(known(joanas)).session().pinned());
    desk().click("#invite");
    desk().type("taina");
    desk().press("ENTER");
    desk().click("#transfer-confirm");
    stage.until(
        "Tainá is in it",
        () -> paula.look(known(joanas)).participants().contains(paula.person("Tainá Ferraz")));
    require(
        known(joana).transcript().stream().noneMatch(m -> m.toString().contains("Tainá")),
        "the customer is told of the invitation");
    desk().click("#more");
    desk().sees(".menu-card", "Unpin");
  }

  private void pick() {
    desk().press("ESCAPE");
    desk().click("#rail-CONTACT_CENTER");
    tab("Mine");
    open("Rita Sampaio");
    desk().click("#transfer");
    desk().sees("#transfer-query", "");
    desk().type("taina");
    desk().click(".target-row", "Tainá Ferraz");
  }

  private void transfer() throws Exception {
    DialogId ritas = paula.dialogWith("tampo lascado");
    desk().click("#transfer-confirm");
    stage.until("the relay has another owner", () -> isOwnedBy(ritas, "Tainá Ferraz"));
    desk().misses(".transfer-card", "");
  }

  private void spam() throws Exception {
    tab("Unanswered");
    open("Visitante 8841");
    desk().click("#bar-spam");
    desk().click("#question-yes");
    DialogId spam = paula.dialogWith("promo grátis clique aqui");
    stage.until(
        "the relay calls it spam", () -> paula.look(spam).session().status() == SessionStatus.SPAM);
  }

  private void finish() throws Exception {
    tab("Mine");
    open("Joana Siqueira");
    desk().click("#finish");
    stage.until(
        "the session ends or waits for a rating",
        () -> {
          SessionStatus status = paula.look(known(joanas)).session().status();
          return status == SessionStatus.CLOSING || status == SessionStatus.CLOSED;
        });
    require(known(joana).sees(ONCE) == 1, "the queued reply must stay the only one");
  }

  private void tab(String name) {
    desk().click(".inbox-tab", name);
  }

  private void open(String customer) {
    desk().click(".dialog-cell", customer);
    desk().sees(".conversation-header", customer);
  }

  private void write(String text) {
    desk().click("#writing");
    desk().type(text);
    desk().press("ENTER");
    desk().sees(".bubble-row", text);
  }

  private void fill(String field, String text) {
    desk().click(field);
    desk().type(text);
  }

  private boolean quotes(String text, String quoted) {
    return known(joana).transcript().stream()
        .filter(message -> message.get("text").getAsString().equals(text))
        .anyMatch(message ->
            message.get("quote") instanceof JsonObject quote
                && quote.get("text").getAsString().equals(quoted));
  }

  private boolean isOwnedBy(DialogId dialog, String name) {
    return Objects.equals(paula.look(dialog).session().owner(), paula.person(name));
  }
}
