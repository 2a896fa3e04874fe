package app.recado.relay.connector.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Delivery;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The website chat in a real browser against a real relay. */
class WebchatBrowserTest extends ChatTest {

  @Test
  void aCustomerWritesAndIsAnswered() {
    Page page = chat();
    write(page, "Oi! Vi a mesa Jatobá no site. Ainda tem a de 1,60 m?");
    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(shop.received())
        .containsExactly("Oi! Vi a mesa Jatobá no site. Ainda tem a de 1,60 m?");

    shop.accept();
    shop.whispers("Cliente antiga?");
    shop.replies("Olá! Tem sim, pronta entrega. 🙂");
    assertThat(page.locator(".row:not(.own) .text")).hasText("Olá! Tem sim, pronta entrega. 🙂");
    assertThat(page.locator(".status")).hasText("Bruno Lima is answering");
    assertThat(page.locator("recado-chat")).not().containsText("Cliente antiga?");
    page.waitForCondition(
        () -> shop.deliveryOf("Olá! Tem sim, pronta entrega. 🙂") == Delivery.READ);
  }

  @Test
  void everyTextRunsAsItsScriptDoes() {
    Page page = chat();
    write(page, "שלום! 2 שולחנות, בבקשה.");
    assertThat(page.locator(".mark")).hasText("Delivered");
    shop.accept();
    shop.replies("Olá! מחר, tudo bem?");
    assertThat(page.locator(".own .text")).hasCSS("direction", "rtl");
    assertThat(page.locator(".row:not(.own) .text")).hasCSS("direction", "ltr");
    page.locator(".composer textarea").fill("مرحبا");
    assertThat(page.locator(".composer textarea")).hasCSS("direction", "rtl");
  }

  @Test
  void aFileOfTheAgentIsSaved() throws IOException {
    Page page = chat();
    write(page, "O catálogo, por favor?");
    assertThat(page.locator(".mark")).hasText("Delivered");
    shop.accept();
    shop.whispersFile("desconto.txt", "5 %");
    shop.repliesFile("catálogo 2026.txt", "Mesa Jatobá");

    assertThat(page.locator(".file")).hasCount(1);
    assertThat(page.locator(".file")).containsText("catálogo 2026.txt");
    Download saved = page.waitForDownload(() -> page.locator(".file").click());
    assertThat(saved.suggestedFilename()).isEqualTo("catálogo 2026.txt");
    assertThat(Files.readString(saved.path())).isEqualTo("Mesa Jatobá");
  }

  @Test
  void aReloadInTheMiddleOfSendingNeitherLosesNorDoubles() {
    Page page = chat();
    write(page, "first");
    assertThat(page.locator(".mark")).hasText("Delivered");
    // The relay gets it, the page never hears of it.
    page.route(POSTS, route -> post(route, () -> route.fetch()));
    write(page, "second");
    page.waitForCondition(() -> shop.received().contains("second"));
    page.unroute(POSTS);
    page.reload();
    assertThat(page.locator(".own .text")).hasText(new String[] {"first", "second"});
    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(shop.received()).containsExactly("first", "second");
  }

  @Test
  void whatNeverLeftBeforeAReloadIsSentAfterIt() {
    Page page = chat();
    page.route(POSTS, route -> post(route, () -> {}));
    write(page, "kept");
    assertThat(page.locator(".pending .text")).hasText("kept");
    page.locator(".composer textarea").fill("half a sen");
    page.unroute(POSTS);
    page.reload();
    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(page.locator(".composer textarea")).hasValue("half a sen");
    assertThat(shop.received()).containsExactly("kept");
  }

  @Test
  void anAnswerCutOffAfterTheRelayStoredTheMessageIsAskedForAgain() {
    Page page = chat();
    int[] posts = {0};
    page.route(
        POSTS,
        route ->
            post(
                route,
                () -> {
                  if (posts[0]++ < 2) {
                    route.fetch();
                    route.abort("connectionreset");
                  } else {
                    route.resume();
                  }
                }));
    write(page, "exactly once");
    assertThat(page.locator(".mark")).hasText("Delivered");
    page.waitForCondition(() -> posts[0] >= 1);
    assertThat(page.locator(".own .text")).hasText("exactly once");
    assertThat(shop.received()).containsExactly("exactly once");
  }

  @Test
  void whatIsWrittenOfflineGoesOutInOrderWhenTheConnectionReturns() {
    Page page = chat();
    write(page, "one");
    assertThat(page.locator(".mark")).hasText("Delivered");
    shop.accept();

    page.context().setOffline(true);
    assertThat(page.locator(".status")).hasText("Reconnecting… your messages are kept");
    write(page, "two");
    write(page, "three");
    assertThat(page.locator(".mark")).hasText("Will be sent when you are back online");
    shop.replies("meanwhile");

    page.context().setOffline(false);
    assertThat(page.locator(".own .text")).hasText(new String[] {"one", "two", "three"});
    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(page.locator(".row:not(.own) .text")).hasText("meanwhile");
    assertThat(shop.received()).containsExactly("one", "two", "three");
  }

  @Test
  void anAnswerOfSomethingElseThanTheRelayIsNoSuccess() {
    Page page = chat();
    int[] posts = {0};
    page.route(
        POSTS,
        route ->
            post(
                route,
                () -> {
                  if (posts[0]++ == 0) {
                    route.fulfill(
                        new Route.FulfillOptions()
                            .setStatus(200)
                            .setContentType("text/html")
                            .setBody("<html>Sign in to the hotel's network</html>"));
                  } else {
                    route.resume();
                  }
                }));
    write(page, "through the hotel");
    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(posts[0]).isGreaterThan(1);
    assertThat(shop.received()).containsExactly("through the hotel");
  }

  @Test
  void twoTabsAreOneCustomer() {
    BrowserContext context = context(options -> {});
    Page left = chat(context);
    write(left, "from the left");
    assertThat(left.locator(".mark")).hasText("Delivered");
    Page right = chat(context);
    write(right, "from the right");
    assertThat(left.locator(".own .text"))
        .hasText(new String[] {"from the left", "from the right"});
    assertThat(right.locator(".mark")).hasText("Delivered");
    assertThat(shop.received()).containsExactly("from the left", "from the right");
  }

  @Test
  void markupStaysText() {
    String evil =
        "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script>"
            + "<a href=\"javascript:window.pwned=1\">click</a> javascript:pwned=1 {{7*7}}";
    Page page = chat();
    write(page, evil);
    assertThat(page.locator(".mark")).hasText("Delivered");
    shop.accept();
    shop.replies(evil + " https://example.com/\"onmouseover=\"window.pwned=1");
    Locator answer = page.locator(".row:not(.own) .text");
    assertThat(answer).containsText(evil);
    assertThat(page.locator(".own .text")).hasText(evil);
    answer.hover();
    assertThat(page.evaluate("window.pwned")).isNull();
    assertThat(page.locator("recado-chat img, recado-chat script")).hasCount(0);
    assertThat(
            (Boolean)
                page.evaluate(
                    "[...document.querySelector('recado-chat').shadowRoot.querySelectorAll('a')]"
                        + ".every(a => a.href.startsWith('https://example.com/')"
                        + " && a.getAttributeNames().every(n => !n.startsWith('on')))"))
        .isTrue();
  }

  @Test
  void aSiteWithAStrictPolicyEmbedsItWithOneTag() {
    Page page = shopSite("");
    Locator bubble =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chat with us"));
    bubble.click();
    Locator panel =
        page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Loja Centro"));
    assertThat(panel).isVisible();
    write(page, "Do site da loja");
    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(shop.dialog().customer()).isNotNull();
    assertThat(shop.received()).containsExactly("Do site da loja");
  }

  @Test
  void theKeyboardStaysInThePanelAndEscapeLeavesIt() {
    Page page = shopSite("");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chat with us")).focus();
    page.keyboard().press("Enter");
    Locator input = page.locator(".composer textarea");
    assertThat(input).isFocused();
    page.keyboard().type("pelo teclado");
    for (int i = 0; i < 8; i++) {
      page.keyboard().press("Tab");
      assertThat((Boolean) page.evaluate("document.activeElement.localName === 'recado-chat'"))
          .isTrue();
    }
    input.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".mark")).hasText("Delivered");
    page.keyboard().press("Escape");
    assertThat(page.locator(".panel")).isHidden();
    assertThat(page.locator(".bubble-button")).isFocused();

    shop.accept();
    shop.replies("Ainda está aí?");
    assertThat(
            page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chat with us, 1 unread")))
        .isVisible();
    assertThat(shop.deliveryOf("Ainda está aí?")).isNotEqualTo(Delivery.READ);
  }

  @Test
  void aScreenReaderHearsALogAndNamesForEverything() {
    Page page = chat();
    write(page, "Oi");
    assertThat(page.locator(".mark")).hasText("Delivered");
    Locator log = page.getByRole(AriaRole.LOG);
    assertThat(log).hasAccessibleName("Messages");
    assertThat(log).hasAttribute("aria-live", "polite");
    assertThat(log).containsText("You: Oi");
    assertThat(page.locator(".composer textarea")).hasAccessibleName("Write a message…");
    assertThat(page.locator(".send")).hasAccessibleName("Send");
    assertThat(page.locator(".status")).hasRole(AriaRole.STATUS);
    assertThat(page.getByRole(AriaRole.MAIN)).hasAccessibleName("Loja Centro");
  }

  @ParameterizedTest
  @CsvSource({
    "pt-BR, '', Escreva uma mensagem…, pt-BR",
    "pt-PT, '', Escreva uma mensagem…, pt-BR",
    "es-MX, '', Escribe un mensaje…, es",
    "fr-FR, '', Write a message…, en",
    "fr-FR, 'data-lang=es', Escribe un mensaje…, es"
  })
  void itSpeaksTheBrowsersLanguageUnlessToldOtherwise(
      String locale, String attribute, String words, String language) {
    Page page = shopSite(attribute, options -> options.setLocale(locale));
    page.locator(".bubble-button").click();
    assertThat(page.getByPlaceholder(words)).isVisible();
    assertThat(page.locator(".panel")).hasAttribute("lang", language);
  }

  @Test
  void aRatingIsGivenWithTheKeyboard() {
    shop.askForRatings();
    Page page = chat();
    write(page, "Obrigada!");
    assertThat(page.locator(".mark")).hasText("Delivered");
    shop.accept();
    shop.replies("De nada!");
    shop.finish();
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("1 star").setExact(true))
        .focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(page.getByText("Thank you for your rating!")).isVisible();
    page.waitForCondition(() -> Integer.valueOf(4).equals(shop.dialog().session().rating()));
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void aPhoneShowsItWholeAndReadable(ColorScheme scheme) {
    Page page =
        chat(
            context(options ->
                options
                    .setViewportSize(360, 700)
                    .setHasTouch(true)
                    .setIsMobile(true)
                    .setColorScheme(scheme)));
    write(page, "Oi! Vi a mesa Jatobá no site.");
    assertThat(page.locator(".mark")).hasText("Delivered");
    shop.accept();
    shop.replies("Olá! Tem sim. Veja em https://casajatoba.example/mesas/" + "jatoba".repeat(12));
    assertThat(page.locator(".row:not(.own)")).hasCount(1);
    page.context().setOffline(true);
    write(page, "Pode reservar, por favor!");
    assertThat(page.locator(".mark")).hasText("Will be sent when you are back online");

    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve("phone-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    var panel = page.locator(".panel").boundingBox();
    assertThat(List.of(panel.x, panel.y, panel.width, panel.height))
        .containsExactly(0.0, 0.0, 360.0, 700.0);
    assertThat(page.locator(".send")).isInViewport();
    assertThat(page.evaluate(Contrast.BELOW_AA)).isEqualTo(List.of());
    page.context().setOffline(false);
    page.waitForCondition(() -> shop.received().size() == 2);
  }

  @Test
  void nothingMovesForWhoWantsNoMotion() {
    Page page = shopSite("", options -> options.setReducedMotion(ReducedMotion.REDUCE));
    page.locator(".bubble-button").click();
    assertThat(page.locator(".panel")).hasCSS("animation-name", "none");
  }

  @Test
  void aLongTranscriptIsReadPageByPageWithoutMovingWhatIsRead() {
    Page page = chat();
    write(page, "start");
    assertThat(page.locator(".mark")).hasText("Delivered");
    shop.accept();
    for (int i = 0; i < 70; i++) {
      shop.replies("answer " + i);
    }
    page.reload();
    assertThat(page.locator(".row").last()).containsText("answer 69");
    page.getByText("Show earlier messages").click();
    assertThat(page.locator(".row")).hasCount(71);
    assertThat(page.locator(".row").first()).containsText("start");
    page.locator(".scroll").evaluate("(node) => node.scrollTop = 0");
    shop.replies("one more");
    assertThat(page.getByText("1 new message")).isVisible();
    assertThat((Boolean) page.locator(".scroll").evaluate("(node) => node.scrollTop < 5")).isTrue();
    assertThat(shop.deliveryOf("one more")).isNotEqualTo(Delivery.READ);
    page.getByText("1 new message").click();
    page.waitForCondition(() -> shop.deliveryOf("one more") == Delivery.READ);
  }

  private Page shopSite(String attribute) {
    return shopSite(attribute, options -> {});
  }

  /** Only what is posted: reading the same address goes on. */
  private static void post(Route route, Runnable action) {
    Request request = route.request();
    if (request.method().equals("POST")) {
      action.run();
    } else {
      route.resume();
    }
  }
}
