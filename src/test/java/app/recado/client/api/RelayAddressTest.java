package app.recado.client.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayAddressTest {
  @ParameterizedTest
  @CsvSource({
    "recado.loja.com.br, https://recado.loja.com.br",
    "recado.loja.com.br:8443/, https://recado.loja.com.br:8443",
    "Https://Recado.Loja.com.br, https://recado.loja.com.br",
    "https://recado.orçamento.example, https://recado.xn--oramento-t0a.example",
    "' http://10.0.0.5:8080/relay/ ', http://10.0.0.5:8080/relay",
    "localhost:8080, http://localhost:8080",
    "[::1]:8080, http://[::1]:8080",
    "127.0.0.1, http://127.0.0.1"
  })
  void addressesAreTakenAsPeopleTypeThem(String typed, String address) {
    assertThat(RelayAddress.of(typed)).contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ftp://loja",
        "https://",
        "loja com br",
        "javascript:alert(1)",
        "https://loja.example:99999",
        "https://ana:secret@loja.example",
        "https://loja.example/?chat=1",
        "https://loja.example/#chat",
        "https://a-name-that-is-longer-than-the-sixty-three-letters-a-label-may-have.example"
      })
  void whatCannotBeARelayIsNoAddress(String typed) {
    assertThat(RelayAddress.of(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loja.example",
        "Http://loja.example",
        "loja.example/relay/",
        "http://loja.example/[relay]",
        "http://recado_relay:8080",
        "[::1]:8080"
      })
  void everyAddressIsOneToAskAt(String typed) {
    try (OkHttpRelayApi api =
        new OkHttpRelayApi(RelayAddress.of(typed).orElseThrow(), Runnable::run)) {
      assertThat(api.address()).startsWith("http").contains("://");
    }
  }

  @Test
  void aHostThatOnlyBeginsLikeThisComputerIsEncrypted() {
    assertThat(RelayAddress.of("localhost.evil.example"))
        .contains(URI.create("https://localhost.evil.example"));
  }
}
