package app.recado.relay.http;

import static app.recado.relay.http.Access.AGENT;
import static app.recado.relay.http.Access.AGENT_OR_VISITOR;
import static app.recado.relay.http.Access.ANYBODY;
import static app.recado.relay.http.Access.VISITOR;
import static app.recado.relay.http.Route.delete;
import static app.recado.relay.http.Route.get;
import static app.recado.relay.http.Route.head;
import static app.recado.relay.http.Route.patch;
import static app.recado.relay.http.Route.post;

import app.recado.relay.Relay;
import app.recado.relay.connector.webchat.WebchatFiles;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** The table of contents of the API. */
final class Router {
  private Router() {}

  static List<Route> routes(Relay relay, Streams streams, Metrics metrics, LongSupplier nanos) {
    SignInResource signIn = new SignInResource(relay.accounts(), streams);
    SyncResource sync = new SyncResource(relay.changes(), relay.accounts(), streams);
    CommandResource commands = new CommandResource(relay.commands(), metrics, streams);
    HistoryResource history = new HistoryResource(relay.history());
    VisitResource visits =
        new VisitResource(
            relay.visits(),
            relay.signals(),
            streams,
            new RateLimit(120, Duration.ofSeconds(1), nanos),
            new RateLimit(300, Duration.ofMillis(200), nanos));
    SignalResource signals =
        new SignalResource(relay.signals(), new RateLimit(60, Duration.ofMillis(250), nanos));
    WebchatResource webchat = new WebchatResource(relay.channels(), WebchatFiles.load());
    FileResource files =
        new FileResource(
            relay.uploads(),
            new RateLimit(30, Duration.ofSeconds(10), nanos),
            new RateLimit(1024, Duration.ofDays(1).dividedBy(1024), nanos));
    PeopleResource people = new PeopleResource(relay.accounts());
    SystemResource system = new SystemResource(relay, metrics);
    return List.of(
        // signing in
        post("/v1/sign-in", ANYBODY, signIn::signIn),
        post("/v1/sign-out", AGENT, signIn::signOut),
        get("/v1/devices", AGENT, signIn::devices),
        delete("/v1/devices/{id}", AGENT, signIn::revoke),

        // the workspace, for administrators
        post("/v1/people", AGENT, people::invite),
        post("/v1/people/{id}/password", AGENT, people::setPassword),
        get("/v1/audit", AGENT, people::audit),

        // down: changes and what lies beyond them
        get("/v1/sync", AGENT, sync::page),
        get("/v1/stream", AGENT, sync::stream),
        get("/v1/dialogs/{id}", AGENT, history::dialog),
        get("/v1/dialogs/{id}/messages", AGENT, history::messages),
        get("/v1/search", AGENT, history::search),

        // up: commands
        post("/v1/commands", AGENT, commands::apply),

        // what passes and is not stored
        post("/v1/signals", AGENT, signals::tell),

        // files, both ways
        post("/v1/files", AGENT_OR_VISITOR, files::begin),
        head("/v1/files/{id}", AGENT_OR_VISITOR, files::offset),
        patch("/v1/files/{id}", AGENT_OR_VISITOR, files::append),
        delete("/v1/files/{id}", AGENT_OR_VISITOR, files::cancel),
        get("/v1/files/{id}", AGENT_OR_VISITOR, files::fetch),

        // the website's customers
        post("/v1/visits", ANYBODY, visits::open),
        post("/v1/visits/messages", VISITOR, visits::post),
        get("/v1/visits/messages", VISITOR, visits::messages),
        post("/v1/visits/typing", VISITOR, visits::typing),
        post("/v1/visits/read", VISITOR, visits::read),
        post("/v1/visits/rating", VISITOR, visits::rate),
        get("/v1/visits/stream", VISITOR, visits::stream),
        get("/widget.js", ANYBODY, webchat::widget),
        get("/chat/{channelKey}", ANYBODY, webchat::page),

        // the relay itself
        get("/healthz", ANYBODY, system::health),
        get("/metrics", ANYBODY, system::metrics),
        get("/openapi.json", ANYBODY, system::openApi));
  }
}
