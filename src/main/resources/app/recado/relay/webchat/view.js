const ICONS = {
  chat: "M21 11.5a8.4 8.4 0 0 1-12.2 7.5L3 21l2-5.6A8.4 8.4 0 1 1 21 11.5z",
  close: "M18 6 6 18M6 6l12 12",
  send: "M3.7 3.1 21 12 3.7 20.9 6 12zM6 12h15",
  clock: "M12 6.5V12l3.5 2M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19z",
  down: "m6 9 6 6 6-6",
  clip: "m21 11.5-8.6 8.6a5.6 5.6 0 0 1-8-8l8.7-8.6a3.8 3.8 0 0 1 5.3 5.3l-8.7 8.6a1.9 1.9 0 0 1-2.6-2.7l8-7.9",
  file: "M14 2.5H7A1.5 1.5 0 0 0 5.5 4v16A1.5 1.5 0 0 0 7 21.5h10a1.5 1.5 0 0 0 1.5-1.5V7zM14 2.5V7h4.5"
};

/** Makes an element; children are nodes or plain text, never markup. */
function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false && value != null) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child != null && child !== false && child !== ""));
  return node;
}

function icon(name) {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(ns, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** Lines behind ">" are a quote. */
function worded(text) {
  const parts = [];
  for (const line of text ? text.split("\n") : []) {
    const quote = line.startsWith("> ");
    const words = quote ? line.slice(2) : line;
    const last = parts.at(-1);
    if (last && last.quote === quote) last.lines.push(words);
    else parts.push({ quote, lines: [words] });
  }
  return parts.map(({ quote, lines }) => quote
    ? el("blockquote", { dir: "auto" }, ...linked(lines.join("\n")))
    : el("span", { class: "text", dir: "auto" }, ...linked(lines.join("\n"))));
}

/** A text with its web addresses as links; everything else stays exactly the text it is. */
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/).map((part, i) =>
    i % 2 ? el("a", { href: part, target: "_blank", rel: "noopener noreferrer nofollow" }, part) : part);
}

function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((w) => [...(w || "")][0] || "").join("").toUpperCase();
}

/** The panel: header, log of messages, composer. Renders by key, so that nothing unchanged moves. */
class View {
  constructor(conversation, language, onClose) {
    this.talk = conversation;
    this.language = language;
    this.t = textsOf(language);
    this.rows = new Map();
    this.onClose = onClose;
    this.shown = false;
    this.build();
  }

  build() {
    const t = this.t;
    this.avatar = el("div", { class: "avatar", "aria-hidden": "true" });
    this.title = el("h2", { id: "title" });
    this.status = el("p", { class: "status", role: "status" });
    this.older = el("button", { class: "older", type: "button", onclick: () => this.showOlder() }, t("older"));
    this.log = el("div", { class: "log", role: "log", "aria-label": t("messages"), "aria-live": "off" });
    this.scroll = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("messages"), onscroll: () => this.scrolled() },
      this.older, this.log);
    this.pill = el("button", { class: "pill", type: "button", hidden: true, onclick: () => this.toEnd() });
    this.card = el("form", { class: "rating", hidden: true, onsubmit: (event) => this.sendRating(event) });
    this.input = el("textarea", { rows: "1", dir: "auto", maxlength: "4000", placeholder: t("write"), "aria-label": t("write"), enterkeyhint: "send",
      oninput: () => this.typed(), onkeydown: (event) => this.key(event) });
    this.button = el("button", { class: "send", type: "submit", "aria-label": t("send"), title: t("send") }, icon("send"));
    this.composer = el("form", { class: "composer", onsubmit: (event) => this.send(event) });
    const close = this.onClose && el("button", { class: "close", type: "button", "aria-label": t("close"), title: t("close"), onclick: this.onClose }, icon("close"));
    this.node = el("section", { class: "panel", role: this.onClose ? "dialog" : "main", "aria-modal": this.onClose ? "true" : null, "aria-labelledby": "title", lang: this.language },
      el("header", null, this.avatar, el("div", { class: "who" }, this.title, this.status), close),
      el("div", { class: "middle" }, this.scroll, this.pill), this.card, this.composer);
    this.attach = new Attach(this.talk, t, (bytes) => this.size(bytes), this.input, this.node);
    this.composer.append(this.attach.list, this.attach.problem, this.attach.told,
      el("div", { class: "line" }, this.attach.button, this.attach.picker, this.input, this.button));
    this.input.value = this.talk.store.get("draft") || "";
    this.buildRating();
  }

  render() {
    const { talk, t } = this;
    const answering = talk.facts.status === "answering" && talk.facts.agent;
    this.title.textContent = talk.channelName || t("open");
    this.avatar.textContent = initials(answering && talk.phase === "online" ? talk.facts.agent : talk.channelName || "");
    const line = this.statusLine();
    if (this.status.textContent !== line) this.status.textContent = line;
    this.older.hidden = !talk.more;
    const atEnd = this.atEnd();
    const before = this.fresh || 0;
    this.renderRows();
    this.renderProgress();
    this.renderRating();
    this.attach.render();
    this.enable();
    if (atEnd) this.toEnd();
    else if (this.shown && talk.unread > before) this.offer(talk.unread);
    this.fresh = talk.unread;
    this.read();
    // What was there before is not news: only what comes from now on is announced.
    if (talk.phase === "online" && this.log.getAttribute("aria-live") === "off") {
      requestAnimationFrame(() => this.log.setAttribute("aria-live", "polite"));
    }
  }

  statusLine() {
    const { talk, t } = this;
    if (talk.phase === "unavailable") return t("unavailable");
    if (talk.phase === "offline") return t("reconnecting");
    if (talk.phase !== "online") return t("connecting");
    const { status, agent } = talk.facts;
    if (talk.answered) return agent ? t("status.typing.by", agent) : t("status.typing");
    return status === "answering" && agent ? t("status.answering.by", agent) : t("status." + status);
  }

  /** Puts the wanted rows in place: keeps what is unchanged, touches only what differs. */
  renderRows() {
    const wanted = this.wantedRows();
    let at = this.log.firstChild;
    const keep = new Set(wanted.map((row) => row.key));
    for (const [key, row] of this.rows) {
      if (keep.has(key)) continue;
      if (at === row.node) at = at.nextSibling;
      row.node.remove();
      this.rows.delete(key);
    }
    for (const { key, sign, make } of wanted) {
      let row = this.rows.get(key);
      if (!row || row.sign !== sign) {
        const node = make();
        if (row) {
          if (at === row.node) at = node;
          row.node.replaceWith(node);
        }
        row = { sign, node };
        this.rows.set(key, row);
      }
      if (row.node === at) at = at.nextSibling;
      else this.log.insertBefore(row.node, at);
    }
  }

  wantedRows() {
    const rows = [];
    let day = null;
    const enter = (time, row) => {
      const label = this.day(time);
      if (label !== day) {
        day = label;
        const key = "day " + new Date(time).toDateString();
        rows.push({ key, sign: label, make: () => el("p", { class: "day" }, el("span", null, label)) });
      }
      rows.push(row);
    };
    const pending = this.talk.pending();
    const ownLast = pending.length ? null : this.talk.messages.findLast((m) => m.from === "me");
    for (const m of this.talk.messages) {
      // What the relay has is delivered, as far as the customer is concerned.
      const mark = m !== ownLast || m.deleted ? null : m.delivery === "read" ? "read" : "delivered";
      enter(m.createdAt, { key: m.id, sign: JSON.stringify([m, mark]), make: () => this.message(m, mark) });
    }
    const online = this.talk.phase === "online";
    pending.forEach((entry, i) => {
      const mark = entry.failed ? "failed" : i < pending.length - 1 ? null : online ? "sending" : "kept";
      enter(entry.at, { key: entry.id, sign: JSON.stringify([entry, mark]), make: () => this.pending(entry, mark) });
    });
    return rows;
  }

  message(m, mark) {
    const { t } = this;
    const own = m.from === "me";
    const text = m.deleted ? [el("em", null, t("deleted"))] : worded(m.text);
    const time = new Date(m.createdAt);
    const clock = el("time", { class: "hidden", datetime: m.createdAt },
      " " + time.toLocaleTimeString(this.language, { hour: "2-digit", minute: "2-digit" }) + (m.edited && !m.deleted ? ", " + t("edited") : ""));
    return el("div", { class: own ? "row own" : "row", "data-id": m.id },
      el("div", { class: "bubble", title: time.toLocaleString(this.language, { dateStyle: "medium", timeStyle: "short" }) },
        el("span", { class: "hidden" }, (own ? t("you") : m.author || t("them")) + ": "),
        m.quote && !m.deleted && el("blockquote", { dir: "auto" }, m.quote.text),
        ...(m.deleted ? [] : m.files || []).map((file) => this.file(file)), ...text, clock,
        m.edited && !m.deleted && el("small", { "aria-hidden": "true" }, t("edited"))),
      mark && el("p", { class: "mark" }, t("mark." + mark)));
  }

  /** A file is saved, never opened in this page: what is in it is not ours. */
  file(file) {
    const size = this.size(file.size);
    const button = el("button", { class: "file", type: "button", "aria-label": this.t("file.save", file.name, size),
      onclick: () => this.save(file, button) }, icon("file"), el("span", null, file.name), el("small", null, size));
    return button;
  }

  size(bytes) {
    const mega = bytes >= 1048576;
    return (mega ? bytes / 1048576 : Math.max(1, Math.round(bytes / 1024)))
      .toLocaleString(this.language, { maximumFractionDigits: 1 }) + (mega ? " MB" : " KB");
  }

  async save(file, button) {
    button.disabled = true;
    try {
      const url = URL.createObjectURL(await this.talk.file(file.id));
      el("a", { href: url, download: file.name }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60000);
    } catch {
      button.lastChild.textContent = this.t("file.failed");
    } finally {
      button.disabled = false;
    }
  }

  pending(entry, mark) {
    const { t } = this;
    const failed = mark === "failed";
    const again = failed && (entry.file
      ? el("button", { type: "button", onclick: () => this.talk.retry(entry) }, t("again"))
      : el("button", { type: "button", onclick: () => this.rewrite(entry) }, t("edit")));
    const remove = failed && el("button", { type: "button", onclick: () => this.talk.remove(entry.id) }, t("remove"));
    return el("div", { class: failed ? "row own failed" : "row own pending", "data-id": entry.id },
      el("div", { class: "bubble" }, el("span", { class: "hidden" }, t("you") + ": "),
        entry.file ? this.leaving(entry, failed) : el("span", { class: "text", dir: "auto" }, ...linked(entry.text))),
      mark && el("p", { class: "mark" }, !failed && icon("clock"), t("mark." + mark), again, remove));
  }

  /** A file on its way, with how far it is; its message can be taken back as long as it is here. */
  leaving(entry, failed) {
    const name = entry.file.name;
    const moving = !failed && !entry.uploaded;
    return el("div", { class: "file" }, icon("file"), el("span", null, name, moving && el("progress", { max: "1", value: "0", "aria-label": this.t("file.sending", name) })),
      el("small", null, this.size(entry.file.size)),
      moving && el("button", { type: "button", "aria-label": this.t("file.cancel", name), title: this.t("file.cancel", name),
        onclick: () => this.talk.remove(entry.id) || this.input.focus() }, icon("close")));
  }

  /** Progress moves within its row: made anew, the row would lose the focus. */
  renderProgress() {
    for (const entry of this.talk.pending()) {
      const bar = entry.file && this.rows.get(entry.id)?.node.querySelector("progress");
      if (bar) bar.value = this.talk.uploads.part(entry.id) || bar.value;
    }
  }

  rewrite(entry) {
    this.talk.remove(entry.id);
    this.input.value = entry.text;
    this.typed();
    this.input.focus();
  }

  day(time) {
    const at = new Date(time);
    const now = new Date();
    if (at.toDateString() === now.toDateString()) return this.t("today");
    if (at.toDateString() === new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1).toDateString()) return this.t("yesterday");
    const year = at.getFullYear() === now.getFullYear() ? undefined : "numeric";
    return at.toLocaleDateString(this.language, { day: "numeric", month: "long", year });
  }

  /** Native radio buttons: arrows choose, the screen reader counts. */
  buildRating() {
    const { t } = this;
    this.stars = [1, 2, 3, 4, 5].map((n) => el("input", { type: "radio", name: "stars", value: String(n), id: "star" + n,
      "aria-label": n === 1 ? t("rate.one") : t("rate.many", n), onchange: () => this.talk.rate(n, null) }));
    this.comment = el("textarea", { rows: "2", dir: "auto", maxlength: "1000", "aria-label": t("rate.comment"), placeholder: t("rate.comment") });
    this.more = el("div", { class: "more", hidden: true }, this.comment, el("button", { type: "submit" }, t("send")));
    this.thanks = el("p", { role: "status" });
    this.card.append(
      el("fieldset", null, el("legend", null, t("rate")), el("div", { class: "stars" },
        ...this.stars.flatMap((star) => [star, el("label", { for: star.id, "aria-hidden": "true" }, "★")]))),
      this.more, this.thanks);
  }

  renderRating() {
    const { talk } = this;
    const rated = talk.rating;
    const asked = talk.facts.status === "rating";
    this.card.hidden = !(talk.facts.session && (asked || (rated && talk.facts.status === "ended")));
    if (this.card.hidden) return;
    if (this.ratedSession !== talk.facts.session) {
      this.ratedSession = talk.facts.session;
      this.commented = false;
      this.comment.value = "";
    }
    this.stars.forEach((star, i) => {
      star.checked = i + 1 === rated;
      star.classList.toggle("on", i < rated);
    });
    this.more.hidden = !rated || this.commented;
    const thanks = rated ? this.t("rate.thanks") : "";
    if (this.thanks.textContent !== thanks) this.thanks.textContent = thanks;
  }

  sendRating(event) {
    event.preventDefault();
    this.commented = true;
    this.talk.rate(this.talk.rating, this.comment.value.trim() || null);
  }

  typed() {
    this.talk.store.set("draft", this.input.value || null);
    if (this.input.value.trim()) this.talk.typing();
    this.enable();
    this.grow();
  }

  enable() {
    this.button.disabled = this.talk.copying > 0 || (this.input.value.trim() === "" && this.attach.isEmpty);
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = Math.min(this.input.scrollHeight, 140) + "px";
  }

  /** Enter sends where there is a keyboard; on a touch screen it breaks the line. */
  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || matchMedia("(pointer: coarse)").matches) return;
    this.send(event);
  }

  send(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (this.talk.copying > 0 || (!text && this.attach.isEmpty)) return;
    this.input.value = "";
    this.grow();
    this.talk.send(text);
    this.attach.sent();
    this.toEnd();
    this.input.focus();
  }

  show() {
    this.shown = true;
    this.render();
    this.toEnd();
    this.grow();
    this.input.focus({ preventScroll: true });
  }

  hide() {
    this.shown = false;
  }

  async showOlder() {
    const from = this.scroll.scrollHeight - this.scroll.scrollTop;
    await this.talk.older();
    this.scroll.scrollTop = this.scroll.scrollHeight - from;
  }

  atEnd() {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < 60;
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
    this.pill.hidden = true;
    this.read();
  }

  scrolled() {
    if (!this.atEnd()) return;
    this.pill.hidden = true;
    this.read();
  }

  offer(count) {
    this.pill.replaceChildren(icon("down"), count === 1 ? this.t("new.one") : this.t("new.many", count));
    this.pill.hidden = false;
  }

  /** Read is what has been on a screen that somebody looks at. */
  read() {
    if (this.shown && !document.hidden && this.talk.unread > 0 && this.atEnd()) this.talk.markRead();
  }
}
