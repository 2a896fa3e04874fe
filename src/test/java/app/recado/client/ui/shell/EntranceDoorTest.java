package app.recado.client.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntranceDoorTest {
  @ParameterizedTest
  @CsvSource({
    "recado.loja.com.br, https://recado.loja.com.br",
    "recado.loja.com.br:8443/, https://recado.loja.com.br:8443",
    "' http://10.0.0.5:8080/relay/ ', http://10.0.0.5:8080/relay",
    "localhost:8080, http://localhost:8080",
    "127.0.0.1, http://127.0.0.1"
  })
  void addressesAreTakenAsPeopleTypeThem(String typed, String address) {
    assertThat(EntranceDoor.address(typed)).contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://loja", "https://", "loja com br", "javascript:alert(1)"})
  void whatCannotBeARelayIsNoAddress(String typed) {
    assertThat(EntranceDoor.address(typed)).isEmpty();
  }

  @Test
  void aHostThatOnlyBeginsLikeThisComputerIsEncrypted() {
    assertThat(EntranceDoor.address("localhost.evil.example"))
        .contains(URI.create("https://localhost.evil.example"));
  }
}
