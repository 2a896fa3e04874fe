package app.recado.relay.connector.webchat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The system's Chromium, without a window and quiet; nothing is downloaded. */
final class Browser implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  Browser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        Path.of(System.getProperty("recado.chromium", "/usr/bin/chromium")))
                    .setArgs(QUIET));
  }

  /** A customer's browser with nothing in it, which notes every breach of a security policy. */
  BrowserContext fresh(Consumer<com.microsoft.playwright.Browser.NewContextOptions> options) {
    var with = new com.microsoft.playwright.Browser.NewContextOptions().setLocale("en-US");
    options.accept(with);
    BrowserContext context = browser.newContext(with);
    context.setDefaultTimeout(15_000);
    context.addInitScript(
        """
        window.breaches = [];
        document.addEventListener("securitypolicyviolation",
            (event) => breaches.push(event.violatedDirective + " " + event.blockedURI));
        """);
    return context;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
