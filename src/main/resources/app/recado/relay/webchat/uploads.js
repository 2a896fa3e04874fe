/** Why a file is not taken: "empty", "large" or "program"; null if it is. */
function refused(file) {
  if (file.size === 0) return "empty";
  if (file.size > RULES.largest) return "large";
  const name = file.name.replace(/[. ]+$/, "").toLowerCase();
  return RULES.programs.includes(name.slice(name.lastIndexOf(".") + 1)) && name.includes(".") ? "program" : null;
}

/**
 * Brings the bytes of files to the relay, one file after another, while texts go their own way.
 * The relay keeps what came before a cut, and says how much that is when an upload begins again.
 *
 *   waiting ──► sending ──► uploaded (its message may go) ; cancelled or refused at any time
 */
class Uploads {
  constructor(relay, bytes) {
    Object.assign(this, { relay, bytes });
    this.current = null;
  }

  isSending(id) {
    return this.current?.id === id;
  }

  /** How much of a file is at the relay, from 0 to 1; null for one whose turn has not come. */
  part(id) {
    return this.isSending(id) ? this.current.part : null;
  }

  /** Sends one file. True when all of it is there, false if it was cancelled. */
  async send(token, entry, onProgress) {
    const now = (this.current = { id: entry.id, part: 0, cancelled: false, abort: null });
    const file = entry.file;
    try {
      const bytes = await this.bytes.get(file.key);
      if (!bytes) throw new Problem(422, "bytes_lost");
      let at = await this.ask(now, (signal) => this.relay.begin(token, file, signal));
      let piece = 262144;
      while (at < bytes.size && !now.cancelled) {
        now.part = at / bytes.size;
        onProgress();
        const start = performance.now();
        at = await this.ask(now, (signal) => this.relay.append(token, file.id, at, bytes.slice(at, at + piece), signal));
        const took = performance.now() - start;
        if (took < 1000) piece = Math.min(4194304, piece * 2);
        else if (took > 5000) piece = Math.max(65536, piece / 2);
      }
      return !now.cancelled;
    } catch (problem) {
      if (now.cancelled) return false;
      throw problem;
    } finally {
      this.current = null;
    }
  }

  /** A minute without an answer is a cut. */
  async ask(now, request) {
    if (now.cancelled) throw new Problem(0, "cancelled");
    now.abort = new AbortController();
    const patience = setTimeout(() => now.abort.abort(), 60000);
    try {
      return await request(now.abort.signal);
    } finally {
      clearTimeout(patience);
    }
  }

  cancel(id) {
    if (!this.isSending(id)) return;
    this.current.cancelled = true;
    this.current.abort?.abort();
  }

  /** Breaks off what is on its way; it goes on later. */
  pause() {
    this.current?.abort?.abort();
  }
}
