package app.recado.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNamesTest {
  @ParameterizedTest
  @CsvSource({
    "catalogo-2026.pdf, catalogo-2026.pdf",
    "Relatório final.xlsx, Relatório final.xlsx",
    "../../etc/passwd, _.._etc_passwd",
    "C:\\Temp\\a.txt, C__Temp_a.txt",
    "what?*.png, what__.png",
    ".htaccess, htaccess",
    "name. . ., name",
    "CON, _CON",
    "nul.txt, _nul.txt",
    "com1.tar.gz, _com1.tar.gz",
    "console.txt, console.txt",
    "''' ''', file",
    "..., file"
  })
  void isMadeSafe(String given, String expected) {
    assertThat(FileNames.safe(given.replace("'", ""))).isEqualTo(expected);
  }

  @Test
  void directionCannotBeTurned() {
    assertThat(FileNames.safe("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
    assertThat(FileNames.safe("a\u2066b\u2069\u200F\u0000\n.txt")).isEqualTo("ab.txt");
  }

  @Test
  void emojiStayWhole() {
    String family = "👩‍👩‍👧 férias.jpg";
    assertThat(FileNames.safe(family)).isEqualTo(family);
  }

  @Test
  void longNameKeepsItsExtensionAndItsCharacters() {
    String safe = FileNames.safe("ção😀".repeat(75) + ".jpeg");

    assertThat(safe).endsWith(".jpeg").startsWith("ção😀");
    assertThat(safe.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(200);
    assertThat(safe).doesNotContain("\uFFFD");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(safe)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.pdf", "../x", "CON.txt", " . ", "\u202Etxt.exe", "e\u0301.txt"})
  void isItsOwnResult(String name) {
    String safe = FileNames.safe(name);
    assertThat(FileNames.safe(safe)).isEqualTo(safe);
  }

  @Test
  void programsEmptyAndHugeFilesAreNotTaken() {
    assertThat(FileRules.check("a.pdf", 1)).isEmpty();
    assertThat(FileRules.check("exe", 1)).isEmpty();
    assertThat(FileRules.check("a.pdf", FileRules.LARGEST)).isEmpty();
    assertThat(FileRules.check("a.pdf", 0)).contains(FileRules.Refused.EMPTY);
    assertThat(FileRules.check("a.pdf", FileRules.LARGEST + 1))
        .contains(FileRules.Refused.TOO_LARGE);
    assertThat(FileRules.check("invoice.pdf.EXE. ", 1)).contains(FileRules.Refused.PROGRAM);
    assertThat(FileRules.check("photo\u202Egpj.scr", 1)).contains(FileRules.Refused.PROGRAM);
  }
}
