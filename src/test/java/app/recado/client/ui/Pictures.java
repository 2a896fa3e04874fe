package app.recado.client.ui;

import static app.recado.client.ui.Example.NOW;

import app.recado.client.state.Connection;
import app.recado.client.state.DialogItem;
import app.recado.client.state.HeldItem;
import app.recado.client.state.NewChat;
import app.recado.client.state.SearchResults;
import app.recado.client.state.SendState;
import app.recado.client.state.Tab;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.Availability;
import app.recado.protocol.ChannelRow;
import app.recado.protocol.CommandId;
import app.recado.protocol.HeldReason;
import app.recado.protocol.MessageId;
import app.recado.protocol.SessionStatus;
import app.recado.protocol.SystemEvent;
import app.recado.protocol.UserRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The furniture shop of the design's pictures, on the desk of Bruno Lima. */
public final class Pictures {
  public static final UserRow BRUNO = Example.user("user-bruno", "Bruno Lima");
  public static final UserRow PAULA = Example.user("user-paula-4", "Paula Reis");
  public static final UserRow ANDRE =
      Example.user("user-andre-14", "André Dias", Availability.PAUSE, 2);
  public static final UserRow CINTIA =
      Example.user("user-cintia-5", "Cíntia Melo", Availability.ONLINE, 9);
  public static final UserRow RAFAEL =
      Example.user("user-rafael-2", "Rafael Torres", Availability.OFFLINE, 0);
  public static final ChannelRow CENTRO =
      Example.channel(
          "channel-centro", "Loja Centro", BRUNO.id(), PAULA.id(), CINTIA.id(), ANDRE.id());
  public static final ChannelRow FINANCEIRO =
      Example.channel("channel-financeiro", "Financeiro", BRUNO.id(), CINTIA.id());
  public static final ChannelRow JURIDICO =
      Example.channel("channel-juridico", "Jurídico", PAULA.id(), RAFAEL.id());

  private Pictures() {}

  /** As {@code main-light}: nine dialogs of mine, five unanswered. */
  public static FakeDesk desk() {
    FakeDesk desk = new FakeDesk();
    desk.me.set(BRUNO);
    desk.people.setAll(ANDRE, CINTIA, PAULA, RAFAEL);
    desk.channels.setAll(FINANCEIRO, JURIDICO, CENTRO);
    mine().forEach(item -> desk.inbox.put(Tab.MINE, item));
    unanswered().forEach(item -> desk.inbox.put(Tab.UNANSWERED, item));
    desk.inbox.put(Tab.TEAM, transportadora());
    DialogItem marina = mine().getFirst();
    desk.timeline(marina.id()).entries.setAll(conversation(marina));
    DialogItem carla = unanswered().getFirst();
    desk.timeline(carla.id()).entries.setAll(boleto(carla));
    desk.refusals.put(carla.id(), "reply.notAccepted");
    return desk;
  }

  /** As {@code main-dark-offline}: three things queued. */
  public static FakeDesk offline() {
    FakeDesk desk = desk();
    desk.connection.set(new Connection(Connection.Status.OFFLINE, 3, NOW.minusSeconds(300), null));
    desk.inbox.put(Tab.MINE, joao().draft("Conferi aqui e o pedido").build());
    desk.inbox.put(Tab.MINE, mirante().queued(1).build());
    return desk;
  }

  /** As {@code unanswered}: a new chat is announced. */
  public static FakeDesk withNewChat() {
    FakeDesk desk = desk();
    DialogItem davi = unanswered().getLast();
    desk.newChats.add(new NewChat(davi, "Vocês têm na cor verde?", false));
    return desk;
  }

  /** As {@code palette}: what a search for the beginning of a word finds. */
  public static SearchResults found(String query) {
    DialogItem marina = mine().getFirst();
    if (query.equals("marina")) {
      return new SearchResults(
          query,
          List.of(
              new SearchResults.DialogHit(
                  marina, "Marina Rocha — mesa Jatobá", List.of(new SearchResults.Range(0, 6)))),
          List.of(),
          false,
          false);
    }
    return new SearchResults(
        query,
        List.of(
            new SearchResults.DialogHit(
                transportadora(),
                "Transportadora Alvorada",
                List.of(new SearchResults.Range(0, 5)))),
        List.of(
            hit("a transportadora confirmou para sexta", 2, "João Pedro", 2),
            hit("a transferência caiu agora, obrigado!", 2, "Tiago Viana", 3)),
        false,
        false);
  }

  private static SearchResults.MessageHit hit(String text, int match, String who, int days) {
    return new SearchResults.MessageHit(
        mine().getFirst().id(),
        new MessageId("dialog-marina-5"),
        who,
        text,
        List.of(new SearchResults.Range(match, match + 5)),
        false,
        NOW.minus(Duration.ofDays(days)));
  }

  /** Names, titles and messages longer than anybody would write. */
  public static FakeDesk longTexts() {
    FakeDesk desk = withNewChat();
    String name = "Maria Aparecida das Graças do Nascimento Cavalcanti de Albuquerque e Mello";
    DialogItem item =
        marina().name(name).title("orçamento de " + "cadeiras ".repeat(13)).unread(1234).build();
    desk.inbox.put(Tab.MINE, item);
    desk.newChats.add(
        new NewChat(
            waiting("longo", name, "customer-longo-1", "website", 9000, 120).build(),
            "Bom dia, ".repeat(15),
            true));
    desk.timeline(item.id())
        .entries
        .setAll(
            Example.message(item, 1, "sem espaços ".concat("x".repeat(2000)), NOW, null, false),
            Example.message(item, 2, "um recado comprido ".repeat(530), NOW, BRUNO, true),
            Example.message(item, 3, "https://exemplo.com/" + "a".repeat(300), NOW, null, false),
            Example.message(item, 4, "linha\n".repeat(30), NOW, BRUNO, true));
    return desk;
  }

  /** Customers write in any script, and their lines wrap. */
  public static FakeDesk manyScripts() {
    FakeDesk desk = desk();
    DialogItem item = mine().getFirst();
    List<String> texts =
        List.of(
            "שלום, האם יש לכם את השולחן בצבע לבן? אני רוצה לקנות אותו מחר בבוקר ולקבל משלוח הביתה",
            "مرحبا، هل لديكم الطاولة باللون الأبيض؟ أريد شراءها غدا صباحا مع التوصيل إلى المنزل",
            "नमस्ते, क्या आपके पास सफ़ेद रंग की मेज़ है? मैं इसे कल सुबह खरीदना चाहता हूँ और घर पर"
                + " डिलीवरी",
            "こんにちは、白いテーブルはありますか。明日の朝に買いたいのですが、自宅まで配送できますか。",
            "สวัสดีครับ มีโต๊ะสีขาวไหมครับ ผมอยากซื้อพรุ่งนี้เช้าและให้จัดส่งที่บ้าน",
            "A mesa \u202Eabc def ghi jkl mno pqr\u202C chegou a שלום עולם 👍🏽 com 2 أيام de"
                + " atraso");
    List<TimelineEntry> entries = new ArrayList<>();
    for (String text : texts) {
      int position = entries.size() + 1;
      boolean own = position % 2 == 0;
      entries.add(Example.message(item, position, text, NOW, own ? BRUNO : null, own));
    }
    desk.timeline(item.id()).entries.setAll(entries);
    return desk;
  }

  /** As {@code held-reply}: Paula took Marina's dialog meanwhile. */
  public static HeldItem heldReply() {
    DialogItem marina = mine().getFirst();
    return new HeldItem(
        new CommandId("command-held"),
        marina.id(),
        "Marina Rocha — mesa Jatobá",
        "message.send",
        HeldReason.TAKEN,
        null,
        null,
        "Paula Reis",
        NOW,
        List.of("Para Recife fica R$ 189, com entrega em até 6 dias úteis."),
        List.of(),
        List.of(
            HeldItem.Choice.WHISPER_TO_OWNER,
            HeldItem.Choice.TAKE_OVER_AND_SEND,
            HeldItem.Choice.KEEP_AS_DRAFT,
            HeldItem.Choice.DISCARD));
  }

  public static Example.Item marina() {
    return Example.item("marina", "Marina Rocha")
        .customer("customer-marina-7")
        .title("mesa Jatobá")
        .connector("whatsapp")
        .channel(CENTRO)
        .mine(BRUNO)
        .session(4, NOW.minusSeconds(720))
        .firstReply(72)
        .said("E o frete para Recife, quanto fica?", 120)
        .waitingFor(120)
        .unread(2)
        .contact(
            Map.of(
                "phone", "+55 81 99555-0142",
                "email", "marina@exemplo.com",
                "city", "Recife, PE",
                "timeZone", "America/Recife"));
  }

  public static Example.Item joao() {
    return mineOf("joao", "João Pedro", "customer-joao-7", "telegram")
        .status(SessionStatus.AGENT_REPLIED)
        .said("Conferi, o pedido saiu hoje cedo da loja", 660)
        .fromAgent();
  }

  public static Example.Item mirante() {
    return mineOf("mirante", "Loja Mirante", "customer-mirante-4", "website")
        .said("Pode sim, envio o contrato já.", 960)
        .fromAgent()
        .status(SessionStatus.AGENT_REPLIED);
  }

  public static List<DialogItem> mine() {
    return List.of(
        marina().build(),
        joao().build(),
        mirante().build(),
        mineOf("ana", "Ana Caldas", "customer-ana-2", "email")
            .said("Obrigada! Era isso mesmo 🙏", 1860)
            .build(),
        mineOf("tiago", "Tiago Viana", "customer-tiago-2", "whatsapp")
            .pinned()
            .said("Segue o comprovante do PIX", 6480)
            .build(),
        mineOf("rita", "Rita Sampaio", "customer-rita-8", "instagram")
            .said("📎 foto-avaria.jpg", 8400)
            .unread(1)
            .build(),
        mineOf("eduardo", "Eduardo Farias", "customer-eduardo-1", "website")
            .said("Qualquer coisa é só chamar por aqui", 86_400)
            .fromAgent()
            .status(SessionStatus.AGENT_REPLIED)
            .build(),
        mineOf("nina", "Nina Barros", "customer-nina-8", "telegram")
            .said("Consigo trocar o tamanho?", 87_000)
            .build(),
        mineOf("lumiar", "Grupo Lumiar", "customer-lumiar-8", "email")
            .said("Pedido de orçamento n.º 4471", 90_000)
            .build());
  }

  public static List<DialogItem> unanswered() {
    return List.of(
        waiting("carla", "Carla Souza", "customer-carla-6", "website", 252, 3)
            .channel(FINANCEIRO)
            .said("Oi! Meu boleto venceu hoje, dá para gerar outro?", 252)
            .contact(Map.of("page", "/segunda-via"))
            .build(),
        waiting("vitor", "Vítor Brandão", "customer-vitor-6", "whatsapp", 160, 1)
            .said("Bom dia, vocês entregam em Niterói?", 160)
            .build(),
        waiting("visitante", "Visitante 8841", "customer-visitante-11", "telegram", 65, 5)
            .said("promo grátis clique aqui", 65)
            .build(),
        waiting("helena", "Helena Moura", "customer-helena-2", "email", 48, 1)
            .said("Nota fiscal com CNPJ errado", 48)
            .build(),
        waiting("davi", "Davi Ferraz", "customer-davi-9", "instagram", 9, 1)
            .said("Vocês têm na cor verde?", 9)
            .build());
  }

  private static Example.Item mineOf(String id, String name, String customer, String connector) {
    return Example.item(id, name)
        .customer(customer)
        .connector(connector)
        .channel(CENTRO)
        .mine(BRUNO)
        .firstReply(60);
  }

  private static Example.Item waiting(
      String id, String name, String customer, String connector, long seconds, int unread) {
    return Example.item(id, name)
        .customer(customer)
        .connector(connector)
        .channel(CENTRO)
        .waitingFor(seconds)
        .unread(unread);
  }

  private static DialogItem transportadora() {
    return Example.item("alvorada", "Transportadora Alvorada")
        .connector("email")
        .channel(CENTRO)
        .owner(PAULA)
        .status(SessionStatus.AGENT_REPLIED)
        .said("A transportadora confirmou para sexta", 7200)
        .build();
  }

  private static List<TimelineEntry> conversation(DialogItem marina) {
    Instant noon = NOW.minusSeconds(18 * 60L);
    return List.of(
        new TimelineEntry.Day(LocalDate.of(2026, 11, 20)),
        Example.event(
            marina,
            1,
            noon.plusSeconds(6 * 60L),
            new SystemEvent("session_started", null, null, BRUNO.id(), CENTRO.id(), null, null, 4)),
        Example.message(
            marina,
            2,
            "Oi! Vi a mesa Jatobá no site. Ainda tem a de 1,60 m?",
            noon.plusSeconds(6 * 60L),
            null,
            false),
        Example.message(
            marina,
            3,
            "Olá, Marina! Tem sim, pronta entrega. Quer que eu reserve uma para você?",
            noon.plusSeconds(7 * 60L),
            BRUNO,
            true,
            false,
            SendState.DELIVERED),
        Example.message(
            marina,
            4,
            "@Paula Reis ela é cliente antiga, dá para manter os 5%?",
            noon.plusSeconds(9 * 60L),
            BRUNO,
            true,
            true,
            SendState.SENT),
        Example.message(
            marina, 5, "Ela precisa caber nesse espaço", noon.plusSeconds(12 * 60L), null, false),
        Example.message(
            marina,
            6,
            "E o frete para Recife, quanto fica?",
            noon.plusSeconds(16 * 60L),
            null,
            false));
  }

  private static List<TimelineEntry> boleto(DialogItem carla) {
    Instant at = NOW.minusSeconds(252);
    return List.of(
        new TimelineEntry.Day(LocalDate.of(2026, 11, 20)),
        Example.event(
            carla,
            1,
            at,
            new SystemEvent("session_started", null, null, null, FINANCEIRO.id(), null, null, 1)),
        Example.message(carla, 2, "Oi!", at, null, false),
        Example.message(carla, 3, "Meu boleto venceu hoje, dá para gerar outro?", at, null, false),
        Example.message(carla, 4, "O número do pedido é 55120", at.plusSeconds(45), null, false));
  }
}
