package app.recado.client.platform.linux;

import static app.recado.client.platform.linux.PrivateSession.await;
import static org.assertj.core.api.Assertions.assertThat;

import app.recado.client.platform.Badge;
import app.recado.client.platform.Desktop.TrayFace;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The icon on a real bus, with a tray of the test's own. */
@NeedsPrograms("dbus-daemon")
class TrayTest {
  private static final List<TrayFace.Line> MENU =
      List.of(
          new TrayFace.Line("open", "Open Recado", TrayFace.Mark.NONE),
          new TrayFace.Line("quiet", "Do not disturb", TrayFace.Mark.ON),
          new TrayFace.Line("quit", "Quit", TrayFace.Mark.NONE));

  @TempDir Path folder;
  private PrivateSession session;
  private LinuxDesktop desktop;
  private final HeardDesktop heard = new HeardDesktop();

  @BeforeEach
  void open() throws Exception {
    session = new PrivateSession(folder);
    desktop = new LinuxDesktop(session.bus(), Executors.newSingleThreadScheduledExecutor());
  }

  @AfterEach
  void close() {
    desktop.close();
    session.close();
  }

  @Test
  void theIconHasTheCountTheWordsAndTheMenu() throws Exception {
    TestTray tray = new TestTray(session.connect());
    desktop.open(heard);
    desktop.show(new TrayFace(3, false, "3 wait for an answer", MENU));
    assertThat(heard.next()).isEqualTo("found tray");
    String icon = tray.icon();
    await(() -> tray.signals.contains("menu"));

    Map<String, Variant<?>> properties = tray.properties(icon);
    assertThat(properties.get("Id").getValue()).isEqualTo("recado");
    assertThat(properties.get("Status").getValue()).isEqualTo("Active");
    assertThat(properties.get("IconPixmap").getSig()).isEqualTo("a(iiay)");
    assertThat(properties.get("ToolTip").getSig()).isEqualTo("(sa(iiay)ss)");
    assertThat(((Object[]) properties.get("ToolTip").getValue())[3])
        .isEqualTo("3 wait for an answer");
    assertThat(properties.get("Menu").getValue()).hasToString(TrayMenu.PATH);
    assertThat(tray.property(icon, "Title")).isEqualTo("Recado");

    Object[] first = (Object[]) ((List<?>) properties.get("IconPixmap").getValue()).getFirst();
    assertThat(first[0]).isEqualTo(22);
    assertThat(ints(first[2])).isEqualTo(Badge.pixels(22, 3));

    TrayMenu.Entry menu = tray.menu(icon);
    assertThat(menu.children).hasSize(3);
    Object[] quiet = (Object[]) menu.children.get(1).getValue();
    assertThat(((Map<?, ?>) quiet[1]).get("label")).hasToString("[Do not disturb]");
    assertThat(((Variant<?>) ((Map<?, ?>) quiet[1]).get("toggle-state")).getValue()).isEqualTo(1);
  }

  /** Bytes come out of a variant one by one. */
  private static int[] ints(Object pixels) {
    List<?> bytes = (List<?>) pixels;
    ByteBuffer buffer = ByteBuffer.allocate(bytes.size());
    bytes.forEach(each -> buffer.put((byte) each));
    int[] ints = new int[bytes.size() / 4];
    buffer.flip().asIntBuffer().get(ints);
    return ints;
  }

  @Test
  void pressingTheIconAndItsMenuIsHeard() throws Exception {
    TestTray tray = new TestTray(session.connect());
    desktop.open(heard);
    desktop.show(new TrayFace(0, false, "", MENU));
    assertThat(heard.next()).isEqualTo("found tray");
    String icon = tray.icon();
    await(() -> tray.signals.contains("menu"));
    tray.press(icon);
    assertThat(heard.next()).isEqualTo("icon pressed");
    tray.choose(icon, 3);
    assertThat(heard.next()).isEqualTo("chosen quit");
  }

  @Test
  void aTrayThatComesLaterGetsTheIcon() throws Exception {
    desktop.open(heard);
    desktop.show(new TrayFace(1, false, "", MENU));
    assertThat(heard.next()).isEqualTo("found");
    TestTray tray = new TestTray(session.connect());
    assertThat(tray.icon()).isNotNull();
    assertThat(heard.next()).isEqualTo("found tray");
    tray.close();
    assertThat(heard.next()).isEqualTo("found");
    TestTray next = new TestTray(session.connect());
    assertThat(next.icon()).isNotNull();
  }

  @Test
  void blinkingShowsTheIconWithAndWithoutTheCount() throws Exception {
    TestTray tray = new TestTray(session.connect());
    desktop.open(heard);
    desktop.show(new TrayFace(2, true, "", MENU));
    assertThat(heard.next()).isEqualTo("found tray");
    String icon = tray.icon();
    await(() -> status(tray, icon).equals("NeedsAttention"));
    await(() -> shown(tray, icon, 0));
    await(() -> shown(tray, icon, 2));
    desktop.show(new TrayFace(2, false, "", MENU));
    await(() -> status(tray, icon).equals("Active"));
    assertThat(shown(tray, icon, 2)).isTrue();
  }

  private static Object status(TestTray tray, String icon) {
    try {
      return tray.property(icon, "Status");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static boolean shown(TestTray tray, String icon, int count) {
    try {
      List<?> pixmaps = (List<?>) tray.properties(icon).get("IconPixmap").getValue();
      Object[] first = (Object[]) pixmaps.getFirst();
      return Arrays.equals(ints(first[2]), Badge.pixels(22, count));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void withoutABusThereIsNothingAndNobodyIsHurt() throws Exception {
    LinuxDesktop nowhere =
        new LinuxDesktop(
            "unix:path=" + folder.resolve("none"), Executors.newSingleThreadScheduledExecutor());
    nowhere.open(heard);
    assertThat(heard.next()).isEqualTo("found");
    nowhere.show(new TrayFace(1, true, "", MENU));
    nowhere.withdraw("a");
    nowhere.close();
  }
}
