/** Puts the chat on the page: the whole of it on the chat page, a bubble with a panel elsewhere. */
function start(script) {
  const base = new URL(".", script.src).href;
  const whole = script.hasAttribute("data-page");
  const channel = whole ? decodeURIComponent(location.pathname.split("/").pop()) : script.dataset.channel;
  if (!channel) throw new Error("Recado: the script tag needs data-channel");
  const asked = script.dataset.lang || (whole && new URLSearchParams(location.search).get("lang"));
  const language = languageOf(asked ? [asked] : navigator.languages || [navigator.language]);
  const page = whole && document.referrer ? document.referrer : location.origin + location.pathname;
  const store = new Store(`recado ${base} ${channel} `);
  let render = () => {};
  const talk = new Conversation(channel, script.dataset.name || null, page, new RelayClient(base), store, () => render());

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  const host = document.createElement("recado-chat");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  for (const type of ["keydown", "keyup", "keypress"]) root.addEventListener(type, (event) => event.stopPropagation());

  if (whole) startPage(root, talk, language, (renderer) => (render = renderer));
  else startBubble(root, talk, language, (renderer) => (render = renderer));
  host.classList.add(whole ? "page" : "bubble-host");
  document.body.append(host);
  document.addEventListener("visibilitychange", () => render());
  render();
}

function startPage(root, talk, language, onRender) {
  const view = new View(talk, language, null);
  root.append(view.node);
  document.documentElement.lang = language;
  const margin = new CSSStyleSheet();
  margin.replaceSync("body{margin:0}");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, margin];
  onRender(() => {
    document.title = (talk.unread && document.hidden ? `(${talk.unread}) ` : "") + (talk.channelName || textsOf(language)("open"));
    view.render();
  });
  requestAnimationFrame(() => view.show());
  talk.start();
}

function startBubble(root, talk, language, onRender) {
  const t = textsOf(language);
  const badge = el("span", { class: "badge", "aria-hidden": "true" });
  const bubble = el("button", { class: "bubble-button", type: "button", "aria-expanded": "false", "aria-haspopup": "dialog" }, icon("chat"), badge);
  const close = () => {
    view.hide();
    view.node.hidden = true;
    bubble.hidden = false;
    bubble.setAttribute("aria-expanded", "false");
    bubble.focus();
  };
  const view = new View(talk, language, close);
  view.node.hidden = true;
  bubble.addEventListener("click", () => {
    view.node.hidden = false;
    bubble.hidden = true;
    bubble.setAttribute("aria-expanded", "true");
    talk.start();
    view.show();
  });
  view.node.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "Tab") keepFocus(event, root, view.node);
  });
  root.append(bubble, view.node);
  onRender(() => {
    badge.textContent = talk.unread > 9 ? "9+" : talk.unread || "";
    bubble.setAttribute("aria-label", talk.unread ? t("open.unread", talk.unread) : t("open"));
    view.render();
  });
  // Nobody becomes a visitor by only looking at a page; who wrote before is followed at once.
  if (talk.token || talk.pending().length) talk.start();
}

/** Tab goes round inside the panel while it is open. */
function keepFocus(event, root, panel) {
  const stops = [...panel.querySelectorAll("button, textarea, input, a, [tabindex='0']")].filter((node) => !node.disabled && node.checkVisibility());
  const end = event.shiftKey ? stops[0] : stops.at(-1);
  if (root.activeElement !== end) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0]).focus();
}

const script = document.currentScript;
if (document.body) start(script);
else addEventListener("DOMContentLoaded", () => start(script));
