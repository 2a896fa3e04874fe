package app.recado.relay.http;

import app.recado.protocol.Json;
import app.recado.protocol.Role;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import app.recado.relay.account.Accounts;
import app.recado.relay.refusal.Refusal;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;

/** What administrators do with people's passwords, and what was done by privilege. */
final class PeopleResource {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Accounts accounts;

  PeopleResource(Accounts accounts) {
    this.accounts = accounts;
  }

  void invite(Exchange exchange) {
    Body body = exchange.body();
    String given = body.optionalText("password");
    String password = given == null ? accounts.newPassword() : given;
    UserRow user =
        accounts.invite(
            exchange.caller(),
            body.text("email"),
            body.text("name"),
            role(body.text("role")),
            password);
    JsonObject answer = new JsonObject();
    answer.add("user", Json.tree(user));
    answer.addProperty("password", given == null ? password : null);
    exchange.json(201, Json.write(answer));
  }

  void setPassword(Exchange exchange) {
    Body body = exchange.body();
    String given = body.optionalText("password");
    String password = given == null ? accounts.newPassword() : given;
    accounts.setPassword(exchange.caller(), user(exchange.path("id")), password);
    JsonObject answer = new JsonObject();
    answer.addProperty("password", given == null ? password : null);
    exchange.json(200, Json.write(answer));
  }

  void audit(Exchange exchange) {
    String before = exchange.query("before");
    exchange.json(
        200, Json.write(accounts.audit(exchange.caller(), before, exchange.limit(USUAL, MOST))));
  }

  private static UserId user(String text) {
    try {
      return new UserId(text);
    } catch (IllegalArgumentException impossible) {
      throw Refusal.notFound("person");
    }
  }

  private static Role role(String text) {
    try {
      return Json.read(new JsonPrimitive(text), Role.class);
    } catch (JsonParseException unknown) {
      throw Refusal.invalid("role", "A role is agent, supervisor or admin.");
    }
  }
}
