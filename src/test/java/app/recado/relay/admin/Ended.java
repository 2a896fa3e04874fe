package app.recado.relay.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.recado.protocol.Json;
import com.google.gson.JsonObject;

/** What a program left behind. */
record Ended(int status, String out, String err) {
  /** Status 1, one line on the error stream that says this, and nothing else. */
  void assertFailed(String saying) {
    assertThat(err.lines()).as(err).hasSize(1);
    assertThat(err).startsWith("recado-relay: ").contains(saying);
    assertThat(out).isEmpty();
    assertThat(status).isEqualTo(1);
  }

  /** What it printed, if it went well. */
  JsonObject json() {
    assertThat(err).isEmpty();
    assertThat(status).isZero();
    return Json.read(out, JsonObject.class);
  }
}
