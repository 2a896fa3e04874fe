package app.recado.relay.connector.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A customer's files, from a real browser to the agent. */
class WebchatSendsFilesTest extends ChatTest {
  private static final Pattern UPLOADS = Pattern.compile("/v1/files/[0-9a-f-]+$");
  private static final Pattern BEGINNINGS = Pattern.compile("/v1/files$");
  private static final Pattern FILE = Pattern.compile("\"file\":\"([0-9a-f-]+)\"");

  @Test
  void severalFilesAndATextReachTheAgent() {
    Page page = chat();
    attach(page, file("medidas.txt", "1,60 m"), file("planta da sala.txt", "4 x 5"));
    assertThat(page.locator(".staged li")).hasCount(2);
    write(page, "Cabe nesta sala?");

    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(page.locator(".staged")).isHidden();
    assertThat(page.locator(".own .file")).hasCount(2);
    assertThat(shop.received()).containsExactlyInAnyOrder("Cabe nesta sala?", "", "");
    assertThat(shop.receivedFiles())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("medidas.txt", "1,60 m", "planta da sala.txt", "4 x 5"));
  }

  @Test
  void aFileAloneIsAMessage() {
    Page page = chat();
    assertThat(page.locator(".send")).isDisabled();
    attach(page, file("medidas.txt", "1,60 m"));
    page.locator(".send").click();

    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(shop.receivedFiles()).containsExactly(Map.entry("medidas.txt", "1,60 m"));
  }

  @Test
  void whatIsNotTakenIsSaidBeforeAByteIsSent() {
    Page page = chat();
    List<String> begun = new ArrayList<>();
    page.onRequest(request -> {
      if (BEGINNINGS.matcher(request.url()).find()) {
        begun.add(request.url());
      }
    });
    attach(page, file("virus.EXE. ", "MZ"), file("nada.txt", ""), file("bom.txt", "1"));

    assertThat(page.getByRole(AriaRole.ALERT))
        .hasText("“virus.EXE. ” is a program and cannot be sent. “nada.txt” is empty.");
    assertThat(page.locator(".staged li")).hasCount(1);
    page.evaluate(
        """
        () => {
          const big = new File([new Uint8Array(1)], "big.zip");
          Object.defineProperty(big, "size", { value: 101 * 1024 * 1024 });
          const files = new DataTransfer();
          const event = new Event("drop", { bubbles: true, cancelable: true });
          event.dataTransfer = { types: ["Files"], files: [big] };
          document.querySelector("recado-chat").shadowRoot.querySelector(".panel").dispatchEvent(event);
        }
        """);
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("“big.zip” is larger than 100 MB.");
    assertThat(begun).isEmpty();
  }

  @Test
  void aDroppedFileAndAPastedPictureAreAttachedAndAPastedTextIsNot() {
    Page page = chat();
    page.evaluate(
        """
        () => {
          const files = new DataTransfer();
          files.items.add(new File(["sofá"], "sofá.txt", { type: "text/plain" }));
          const panel = document.querySelector("recado-chat").shadowRoot.querySelector(".panel");
          for (const type of ["dragenter", "dragover"]) {
            panel.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }));
          }
          window.offered = !panel.querySelector(".drop").hidden;
          panel.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: files }));
          window.over = panel.querySelector(".drop").hidden;
        }
        """);
    assertThat(page.evaluate("[window.offered, window.over]")).isEqualTo(List.of(true, true));
    assertThat(page.locator(".staged li")).containsText(new String[] {"sofá.txt"});
    paste(page, "image.png", null);
    assertThat(page.locator(".staged li")).containsText(new String[] {"sofá.txt", "image.png"});
    paste(page, "word.png", "the text beside it");
    assertThat(page.locator(".staged li")).hasCount(2);

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove sofá.txt")).click();
    page.locator(".send").click();
    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(shop.receivedFiles()).containsOnlyKeys("image.png");
  }

  @Test
  void aCutInTheMiddleGoesOnWhereTheRelayIs() {
    String bytes = "0123456789".repeat(120_000);
    Page page = chat();
    List<String> offsets = new ArrayList<>();
    page.route(
        UPLOADS,
        route -> {
          offsets.add(route.request().headerValue("upload-offset"));
          if (offsets.size() == 2) {
            route.abort("connectionreset");
          } else {
            route.resume();
          }
        });
    attach(page, file("planta.txt", bytes));
    page.locator(".send").click();

    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(offsets).startsWith("0", "262144", "262144");
    assertThat(shop.receivedFiles()).containsExactly(Map.entry("planta.txt", bytes));
  }

  @Test
  void aReloadInTheMiddleGoesOnWithTheKeptBytes() {
    String bytes = "0123456789".repeat(80_000);
    Page page = chat();
    int[] pieces = {0};
    page.route(
        UPLOADS,
        route -> {
          if (pieces[0]++ == 0) {
            route.resume();
          }
        });
    attach(page, file("planta.txt", bytes));
    page.locator(".send").click();
    page.waitForCondition(() -> pieces[0] == 2);
    assertThat(page.locator(".pending progress")).isVisible();
    List<String> offsets = new ArrayList<>();
    page.route(
        UPLOADS,
        route -> {
          offsets.add(route.request().headerValue("upload-offset"));
          route.resume();
        });
    page.reload();

    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(offsets).first().isEqualTo("262144");
    assertThat(shop.receivedFiles()).containsExactly(Map.entry("planta.txt", bytes));
    page.waitForCondition(() -> kept(page) == 0);
  }

  @Test
  void whatIsAttachedSurvivesAReload() {
    Page page = chat();
    attach(page, file("medidas.txt", "1,60 m"));
    assertThat(page.locator(".staged li")).hasCount(1);
    page.reload();
    assertThat(page.locator(".staged li")).containsText(new String[] {"medidas.txt"});
    page.locator(".send").click();
    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(shop.receivedFiles()).containsExactly(Map.entry("medidas.txt", "1,60 m"));
  }

  @Test
  void whatIsAttachedOfflineGoesWhenTheConnectionReturnsAndTextsDoNotWaitForIt() {
    Page page = chat();
    write(page, "one");
    assertThat(page.locator(".mark")).hasText("Delivered");
    page.context().setOffline(true);
    attach(page, file("planta.txt", "4 x 5"));
    page.locator(".send").click();
    assertThat(page.locator(".mark")).hasText("Will be sent when you are back online");
    page.route(UPLOADS, route -> {});
    page.context().setOffline(false);
    write(page, "two");
    page.waitForCondition(() -> shop.received().contains("two"));
    assertThat(shop.receivedFiles()).isEmpty();
    page.unroute(UPLOADS);
    page.reload();
    assertThat(page.locator(".own .file")).hasCount(1);
    page.waitForCondition(() -> shop.receivedFiles().equals(Map.of("planta.txt", "4 x 5")));
  }

  @Test
  void whatIsOnItsWayIsCancelledOnBothSides() {
    Page page = chat();
    List<Route> stuck = new ArrayList<>();
    List<String> givenUp = new ArrayList<>();
    page.route(
        UPLOADS,
        route -> {
          if (route.request().method().equals("DELETE")) {
            givenUp.add(route.request().url());
            route.resume();
          } else {
            stuck.add(route);
          }
        });
    attach(page, file("segredo.txt", "senha"));
    page.locator(".send").click();
    page.waitForCondition(() -> stuck.size() == 1);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Do not send segredo.txt"))
        .click();

    assertThat(page.locator(".row")).hasCount(0);
    assertThat(page.locator(".composer textarea")).isFocused();
    write(page, "deixa");
    assertThat(page.locator(".mark")).hasText("Delivered");
    page.waitForCondition(() -> givenUp.size() == 1 && kept(page) == 0);
    assertThat(shop.receivedFiles()).isEmpty();
  }

  @Test
  void anUploadTheRelayForgotIsSentAnew() {
    Page page = chat();
    write(page, "Oi");
    assertThat(page.locator(".mark")).hasText("Delivered");
    int[] posts = {0};
    page.route(
        POSTS,
        route -> {
          if (!route.request().method().equals("POST") || posts[0]++ > 0) {
            route.resume();
          } else {
            Matcher file = FILE.matcher(route.request().postData());
            assertThat(file.find()).isTrue();
            shop.forgets(file.group(1));
            route.resume();
          }
        });
    attach(page, file("planta.txt", "4 x 5"));
    List<String> begun = new ArrayList<>();
    page.onRequest(request -> {
      if (BEGINNINGS.matcher(request.url()).find() && request.method().equals("POST")) {
        begun.add(request.headers().get("upload-metadata"));
      }
    });
    page.locator(".send").click();

    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(begun).hasSize(2).doesNotHaveDuplicates();
    assertThat(shop.receivedFiles()).containsExactly(Map.entry("planta.txt", "4 x 5"));
  }

  @Test
  void anAnswerOfSomethingElseThanTheRelayIsNoSuccess() {
    Page page = chat();
    int[] tries = {0};
    page.route(
        BEGINNINGS,
        route -> {
          if (tries[0]++ == 0) {
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(200)
                    .setContentType("text/html")
                    .setBody("<html>Sign in to the hotel's network</html>"));
          } else {
            route.resume();
          }
        });
    attach(page, file("planta.txt", "4 x 5"));
    page.locator(".send").click();
    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(shop.receivedFiles()).containsExactly(Map.entry("planta.txt", "4 x 5"));
  }

  @Test
  void aRefusedFileIsTriedAgainOrRemoved() {
    Page page = chat();
    boolean[] refuses = {true};
    page.route(
        BEGINNINGS,
        route -> {
          if (refuses[0] && route.request().method().equals("POST")) {
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(429)
                    .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                    .setContentType("application/json")
                    .setBody(
                        """
                        {"error":{"code":"too_many_bytes","message":"no","details":{"retryAfter":"86400"}}}
                        """));
          } else {
            route.resume();
          }
        });
    attach(page, file("planta.txt", "4 x 5"));
    page.locator(".send").click();
    assertThat(page.locator(".mark")).containsText("Could not be sent");
    refuses[0] = false;
    page.getByText("Try again").click();
    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(shop.receivedFiles()).containsExactly(Map.entry("planta.txt", "4 x 5"));
  }

  @Test
  void aSiteWithAStrictPolicySendsFilesFromItsOwnOrigin() {
    Page page = shopSite("", options -> {});
    page.locator(".bubble-button").click();
    attach(page, file("planta.txt", "4 x 5"));
    page.locator(".send").click();
    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(shop.receivedFiles()).containsExactly(Map.entry("planta.txt", "4 x 5"));
  }

  @Test
  void theKeyboardChoosesRemovesAndSends() {
    Page page = chat();
    page.onFileChooser(
        chooser -> chooser.setFiles(new FilePayload[] {file("a.txt", "a"), file("b.txt", "b")}));
    Locator input = page.locator(".composer textarea");
    input.focus();
    page.keyboard().press("Shift+Tab");
    Locator clip =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Attach files"));
    assertThat(clip).isFocused();
    page.keyboard().press("Enter");
    assertThat(input).isFocused();
    assertThat(page.locator(".composer [role=status]")).hasText("Attached: a.txt, b.txt");
    assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Attached files")))
        .isVisible();
    page.keyboard().press("Shift+Tab");
    page.keyboard().press("Shift+Tab");
    assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove b.txt")))
        .isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".staged li")).hasCount(1);
    input.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".mark")).hasText("Delivered");
    assertThat(shop.receivedFiles()).containsExactly(Map.entry("a.txt", "a"));
  }

  @ParameterizedTest
  @CsvSource({"pt-BR, Anexar arquivos, é um programa", "es-MX, Adjuntar archivos, es un programa"})
  void itSpeaksTheCustomersLanguage(String locale, String name, String refusal) {
    Page page = chat(options -> options.setLocale(locale));
    assertThat(page.locator(".clip")).hasAccessibleName(name);
    attach(page, file("a.exe", "MZ"));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText(refusal);
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void aPhoneShowsFilesWholeAndReadable(ColorScheme scheme) {
    Page page =
        chat(options ->
            options
                .setViewportSize(375, 750)
                .setHasTouch(true)
                .setIsMobile(true)
                .setColorScheme(scheme));
    attach(page, file("planta da sala.txt", "4 x 5"));
    write(page, "Oi! Cabe nesta sala?");
    assertThat(page.locator(".mark")).hasText("Delivered");
    page.route(UPLOADS, route -> {});
    attach(page, file("foto da parede com a janela grande.jpg", "0".repeat(300_000)));
    page.locator(".send").click();
    assertThat(page.locator(".pending progress")).isVisible();
    attach(page, file("medidas.txt", "1,60 m"));
    assertThat(page.locator(".staged li")).hasCount(1);

    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve("files-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    assertThat(page.locator(".send")).isInViewport();
    assertThat(page.evaluate(Contrast.BELOW_AA)).isEqualTo(List.of());
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void attach(Page page, FilePayload... files) {
    page.locator("input[type=file]").setInputFiles(files);
  }

  private static void paste(Page page, String name, String text) {
    page.evaluate(
        """
        ([name, text]) => {
          const pasted = new DataTransfer();
          pasted.items.add(new File(["picture"], name, { type: "image/png" }));
          if (text) pasted.setData("text/plain", text);
          document.querySelector("recado-chat").shadowRoot.querySelector(".composer textarea")
            .dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: pasted }));
        }
        """,
        Arrays.asList(name, text));
  }

  /** How many files the browser still keeps. */
  private static int kept(Page page) {
    return (Integer)
        page.evaluate(
            """
            async () => {
              let count = 0;
              for (const { name } of await indexedDB.databases()) {
                count += await new Promise((resolve) => {
                  indexedDB.open(name).onsuccess = (opened) => {
                    const counted = opened.target.result.transaction("bytes").objectStore("bytes").count();
                    counted.onsuccess = () => {
                      opened.target.result.close();
                      resolve(counted.result);
                    };
                  };
                });
              }
              return count;
            }
            """);
  }
}
