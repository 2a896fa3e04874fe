/**
 * One visitor's conversation: what the relay said, what is still to be sent, and how the connection
 * stands.
 *
 *   idle ──start──► connecting ──► online ◄──► offline
 *                        └───────► unavailable (no such channel), looked at again each minute
 *
 * A message is on disk with its id before it is shown, and stays there until the relay has
 * acknowledged that very id; so a reload, a cut or a second tab neither loses nor doubles it.
 */
class Conversation {
  constructor(channel, name, page, relay, store, onChange) {
    Object.assign(this, { channel, name, page, relay, store });
    this.phase = "idle";
    this.opened = false;
    this.flushing = false;
    this.channelName = store.get("channelName") || "";
    const kept = store.get("transcript");
    this.messages = kept?.messages || [];
    this.more = kept?.more || false;
    this.facts = kept?.facts || { status: "none", session: null, rating: null, agent: null };
    this.bytes = new Bytes(store.prefix.trim());
    this.uploads = new Uploads(relay, this.bytes);
    this.copying = 0;
    this.ids = new Ids([...store.outbox(), ...this.staged].map((entry) => entry.id).sort().at(-1));
    this.changed = onChange;
    store.onForeignChange(() => {
      this.changed();
      this.flush();
    });
    addEventListener("online", () => this.wake());
    addEventListener("offline", () => this.lost());
    document.addEventListener("visibilitychange", () => document.hidden || this.wake());
  }

  get token() {
    return this.store.get("token");
  }

  async start() {
    if (this.phase !== "idle") return;
    this.enter("connecting");
    this.bytes.tidy((key) => this.staged.some((file) => file.key === key) || this.store.outbox().some((entry) => entry.file?.key === key));
    for (this.attempt = 0; ; this.attempt++) {
      let problem = null;
      try {
        if (!this.opened) await this.openVisit();
        this.abort = new AbortController();
        await this.relay.follow(this.token, this.abort, () => this.connected(), (data) => this.heard(data));
      } catch (thrown) {
        if (!(thrown instanceof Problem)) console.error(thrown);
        problem = thrown instanceof Problem ? thrown : new Problem(0, "fault");
      }
      if (problem.status === 401) this.opened = false;
      const gone = problem.status === 404;
      this.enter(gone ? "unavailable" : "offline");
      const backoff = Math.min(30, 2 ** this.attempt) * (0.5 + Math.random() / 2);
      await this.pause(gone ? 60 : Math.max(problem.retryAfter || 0, backoff));
    }
  }

  async openVisit() {
    const visitor = this.token;
    const answer = await this.relay.open(this.channel, this.page, visitor, this.name);
    if (!answer.token) throw new Problem(0, "not_the_relay");
    // Another tab may have opened the first visit meanwhile: both go on as the same customer.
    const other = this.token;
    if (other === visitor) this.store.set("token", answer.token);
    this.channelName = answer.channelName;
    this.store.set("channelName", answer.channelName);
    this.opened = true;
    if (other !== visitor) return;
    // A relay that does not know the visitor any more begins anew; only what is unsent goes along.
    this.messages = [];
    if (this.readTo > (answer.transcript.messages.at(-1)?.position || 0)) this.store.set("read", null);
    this.take(answer.transcript);
  }

  connected() {
    this.enter("online");
    this.flush();
  }

  /** The stream begins with the newest page and brings it again whenever anything in it changes. */
  heard(data, name) {
    if (name === "typing") {
      this.expect(true);
      return;
    }
    const page = JSON.parse(data);
    if (Array.isArray(page.messages)) this.take(page);
  }

  /** Somebody is writing an answer; said again every few seconds, and over when it is not. */
  expect(answer) {
    clearTimeout(this.expecting);
    this.expecting = answer ? setTimeout(() => this.expect(false), 7500) : 0;
    if (answer === !!this.answered) return;
    this.answered = answer;
    this.changed();
  }

  /** The customer is writing: said now and then, and worth nothing later. */
  typing() {
    const now = Date.now();
    if (this.phase !== "online" || now - (this.said || 0) < 3000) return;
    this.said = now;
    this.relay.typing(this.token).catch(() => {});
  }

  async older() {
    if (!this.more || this.reading) return;
    this.reading = true;
    try {
      const page = await this.relay.transcript(this.token, this.messages[0].position);
      this.messages = [...page.messages, ...this.messages];
      this.more = page.more;
      this.changed();
    } catch (problem) {
      this.failed(problem);
    } finally {
      this.reading = false;
    }
  }

  /**
   * Takes in the newest page. It is the truth for the positions it covers; what is newer was
   * acknowledged while the page was on its way, as nothing ever leaves a transcript.
   */
  take(page) {
    const from = page.messages.length ? page.messages[0].position : 0;
    const to = page.messages.length ? page.messages.at(-1).position : 0;
    if (page.messages.at(-1)?.from === "them" && to > (this.messages.at(-1)?.position || 0)) this.expect(false);
    const joined = !page.more || this.messages.some((m) => m.position >= from);
    const older = joined && page.more ? this.messages.filter((m) => m.position < from) : [];
    const newer = this.messages.filter((m) => m.position > to);
    this.messages = [...older, ...page.messages, ...newer];
    this.more = page.more && (older.length === 0 || this.more);
    this.facts = { status: page.status, session: page.session, rating: page.rating, agent: page.agent };
    for (const message of page.messages) this.done(message.id);
    this.cache();
    this.changed();
  }

  cache() {
    const last = this.messages.slice(-50);
    const more = this.more || last.length < this.messages.length;
    this.store.set("transcript", { messages: last, more, facts: this.facts });
  }

  /** A message that the relay has. */
  done(id) {
    const key = this.store.get("out:" + id)?.file?.key;
    this.store.forget(id);
    if (key) this.bytes.forget(key);
  }

  /** Sends a text, and every attached file in a message of its own. */
  send(text) {
    const at = new Date().toISOString();
    if (text) this.store.keep({ id: this.ids.next(), text, at });
    for (const file of this.staged) this.store.keep({ id: this.ids.next(), text: "", file: { ...file, id: this.ids.next() }, at });
    this.store.set("draft", null);
    this.store.set("staged", null);
    this.changed();
    this.start();
    this.flush();
  }

  /** Files attached to what is being written; their bytes are kept already. */
  get staged() {
    return this.store.get("staged") || [];
  }

  /** Attaches a file, or says why not. */
  async attach(file) {
    if (this.staged.length >= RULES.most) return "many";
    const reason = refused(file);
    if (reason) return reason;
    const key = this.ids.next();
    this.copying++;
    this.changed();
    try {
      await this.bytes.keep(key, file);
      this.store.set("staged", [...this.staged, { id: key, key, name: file.name, size: file.size, type: file.type }]);
      return null;
    } catch {
      return "unreadable";
    } finally {
      this.copying--;
      this.changed();
    }
  }

  detach(key) {
    this.store.set("staged", this.staged.filter((file) => file.key !== key));
    this.bytes.forget(key);
    this.changed();
  }

  file(id) {
    return this.relay.file(this.token, id);
  }

  /** What is still to be sent, as it is shown below the transcript. */
  pending() {
    const known = new Set(this.messages.map((m) => m.id));
    return this.store.outbox().filter((entry) => !known.has(entry.id));
  }

  /** Takes a message back that has not left, and what there is of its file. */
  remove(id) {
    const file = this.store.get("out:" + id)?.file;
    this.uploads.cancel(id);
    this.done(id);
    if (file && this.token) this.relay.giveUp(this.token, file.id);
    this.changed();
  }

  /** Sends a file once more, as a new upload: of the old one there may be nothing left. */
  retry(entry) {
    this.store.keep({ id: entry.id, text: entry.text, at: entry.at, anew: entry.anew, file: { ...entry.file, id: this.ids.next() } });
    this.changed();
    this.flush();
  }

  rate(stars, comment) {
    this.store.set("rating", { session: this.facts.session, stars, comment });
    this.changed();
    this.flush();
  }

  get rating() {
    const kept = this.store.get("rating");
    return kept && kept.session === this.facts.session ? kept.stars : this.facts.rating;
  }

  /** Sends what is due, one by one and in order; only an acknowledged id leaves the outbox. */
  async flush() {
    this.sendFiles();
    this.due = true;
    if (this.flushing || this.phase !== "online") return;
    this.flushing = true;
    this.due = false;
    try {
      let entry;
      while ((entry = this.store.outbox().find((e) => !e.failed && (!e.file || e.uploaded)))) {
        try {
          const { message } = await this.relay.post(this.token, entry.id, entry.text, entry.file?.id);
          if (message?.id !== entry.id) throw new Problem(0, "not_the_relay");
          if (!this.messages.some((m) => m.id === message.id)) {
            this.messages = [...this.messages, message].sort((a, b) => a.position - b.position);
          }
          this.cache();
          this.done(entry.id);
        } catch (problem) {
          this.refuse(entry, problem);
        }
        this.changed();
      }
      await this.tell("rating", (r) => this.relay.rate(this.token, r.session, r.stars, r.comment));
      await this.tell("read", (message) => this.relay.read(this.token, message.id));
      this.attempt = 0;
    } catch (problem) {
      this.due = false;
      this.failed(problem);
    } finally {
      this.flushing = false;
    }
    if (this.due) this.flush();
  }

  /** What the relay will never take is marked; anything else is tried again. */
  refuse(entry, problem) {
    if (!(problem instanceof Problem)) throw problem;
    const tooMuch = problem.status === 429 && problem.retryAfter > 60;
    if (!problem.isFinal && !tooMuch) throw problem;
    // An upload that waited too long, or belongs to a visit that is over, is not there any more.
    const gone = entry.file && (problem.status === 404 || problem.message === "id_reused" || (problem.status === 422 && entry.uploaded));
    if (gone && !entry.anew) this.retry({ ...entry, anew: true });
    else this.store.keep({ ...entry, failed: problem.message });
  }

  /** Uploads what still has to be; each message goes when its file is there. */
  async sendFiles() {
    if (this.sendingFiles || this.phase !== "online") return;
    this.sendingFiles = true;
    try {
      let entry;
      while (this.phase === "online" && (entry = this.store.outbox().find((e) => e.file && !e.uploaded && !e.failed))) {
        try {
          const sent = await this.uploads.send(this.token, entry, () => this.changed());
          if (sent && this.store.get("out:" + entry.id)) this.store.keep({ ...entry, uploaded: true });
        } catch (problem) {
          if (problem.message === "wrong_offset") problem = new Problem(423, "locked");
          if (this.store.get("out:" + entry.id)) this.refuse(entry, problem);
        }
        this.changed();
        this.flush();
      }
    } catch (problem) {
      this.failed(problem);
    } finally {
      this.sendingFiles = false;
    }
  }

  /** Tells the relay the newest value of something, until it has been told. */
  async tell(name, request) {
    for (;;) {
      const value = this.store.get(name);
      const key = JSON.stringify(value && [value.id, value.session, value.stars, value.comment]);
      if (!value || this.store.get(name + ".told") === key) return;
      await request(value).catch((problem) => {
        if (!problem.isFinal) throw problem;
      });
      this.store.set(name + ".told", key);
    }
  }

  /** Everything up to the newest answer has been on screen. */
  markRead() {
    const last = this.messages.findLast((m) => m.from === "them");
    if (!last || last.position <= this.readTo) return;
    this.store.set("read", last);
    this.changed();
    this.flush();
  }

  get readTo() {
    return this.store.get("read")?.position || 0;
  }

  get unread() {
    return this.messages.filter((m) => m.from === "them" && m.position > this.readTo).length;
  }

  failed(problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status === 401) this.opened = false;
    if ([423, 429, 460, 503].includes(problem.status)) {
      setTimeout(() => this.flush(), 1000 * Math.max(1, problem.retryAfter));
    } else if (problem.status === 0 || problem.status === 401 || problem.status >= 500) {
      this.lost();
    }
  }

  lost() {
    this.uploads.pause();
    if (this.abort) this.abort.abort();
  }

  enter(phase) {
    if (this.phase === phase) return;
    this.phase = phase;
    this.changed();
  }

  pause(seconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, 1000 * seconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  wake() {}
}
