package app.recado.relay.connector.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The website chat in a real browser against a real relay; no page may complain or breach. */
@Tag("browser")
abstract class ChatTest {
  static final Pattern POSTS = Pattern.compile("/v1/visits/messages$");
  static final Path PICTURES = Path.of("target", "webchat");

  private static Browser browser;

  @TempDir private Path data;

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<Site> sites = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  Shop shop;

  @BeforeAll
  static void openBrowser() {
    browser = new Browser();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @BeforeEach
  final void openShop() {
    shop = new Shop(data);
  }

  @AfterEach
  final void closeShop() {
    for (BrowserContext context : contexts) {
      for (Page page : context.pages()) {
        if (!page.url().equals("about:blank")) {
          assertThat(page.evaluate("window.breaches")).isEqualTo(List.of());
        }
      }
      context.close();
    }
    sites.forEach(Site::close);
    shop.close();
    assertThat(complaints).as("errors in the page").isEmpty();
  }

  /** The full page, as a new customer opens it. */
  final Page chat() {
    return chat(options -> {});
  }

  final Page chat(Consumer<NewContextOptions> options) {
    return chat(context(options));
  }

  final Page chat(BrowserContext context) {
    Page page = context.newPage();
    listen(page);
    page.navigate(shop.page());
    assertThat(page.locator(".composer textarea")).isVisible();
    return page;
  }

  /** A website that embeds the chat, as a new customer opens it. */
  final Page shopSite(String attribute, Consumer<NewContextOptions> options) {
    Page page = context(options).newPage();
    listen(page);
    Site site = new Site(shop.address(), shop.channelKey(), attribute);
    sites.add(site);
    page.navigate(site.address());
    return page;
  }

  /** The browser of a new customer. */
  final BrowserContext context(Consumer<NewContextOptions> options) {
    BrowserContext context = browser.fresh(options);
    contexts.add(context);
    return context;
  }

  final void listen(Page page) {
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        complaints.add(message.text());
      }
    });
  }

  static void write(Page page, String text) {
    page.locator(".composer textarea").fill(text);
    page.locator(".send").click();
  }
}
