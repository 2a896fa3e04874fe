package app.recado.relay.http;

import app.recado.protocol.DeviceId;
import app.recado.protocol.Json;
import app.recado.protocol.SignIn;
import app.recado.relay.account.Accounts;
import app.recado.relay.account.Caller;
import app.recado.relay.refusal.Refusal;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Signing in and out, and one's devices. */
final class SignInResource {
  private final Accounts accounts;
  private final Streams streams;

  SignInResource(Accounts accounts, Streams streams) {
    this.accounts = accounts;
    this.streams = streams;
  }

  void signIn(Exchange exchange) {
    Body body = exchange.body();
    Body device = body.object("device");
    SignIn.Request request =
        new SignIn.Request(
            body.text("email"),
            body.text("password"),
            new SignIn.Device(deviceId(device.text("id")), device.text("name")));
    SignIn.Response response = accounts.signIn(request, exchange.address());
    exchange.json(201, Json.write(response));
  }

  void signOut(Exchange exchange) {
    Caller caller = exchange.caller();
    accounts.signOut(caller);
    streams.end(caller::equals);
    exchange.empty();
  }

  void devices(Exchange exchange) {
    JsonArray devices = Json.tree(accounts.devices(exchange.caller())).getAsJsonArray();
    JsonObject answer = new JsonObject();
    answer.add("devices", devices);
    exchange.json(200, Json.write(answer));
  }

  void revoke(Exchange exchange) {
    DeviceId device;
    try {
      device = new DeviceId(exchange.path("id"));
    } catch (IllegalArgumentException impossible) {
      throw Refusal.notFound("device");
    }
    accounts.revoke(exchange.caller(), device);
    streams.end(open -> open.device().equals(device));
    exchange.empty();
  }

  private static DeviceId deviceId(String text) {
    try {
      return new DeviceId(text);
    } catch (IllegalArgumentException invalid) {
      throw Refusal.invalid("device.id", "device.id is a UUID.");
    }
  }
}
