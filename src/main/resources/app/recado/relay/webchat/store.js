/**
 * What has to survive a reload: the visit's token, the outbox, the draft, the last transcript. One
 * entry per message still to be sent, so that two tabs never overwrite each other's. Falls back to
 * memory where the browser keeps nothing.
 */
class Store {
  constructor(prefix) {
    this.prefix = prefix;
    this.memory = new Map();
    try {
      const probe = prefix + "probe";
      localStorage.setItem(probe, "1");
      localStorage.removeItem(probe);
      this.disk = localStorage;
    } catch {
      this.disk = null;
    }
  }

  get(name) {
    const text = this.disk ? this.disk.getItem(this.prefix + name) : this.memory.get(name);
    try {
      return text == null ? null : JSON.parse(text);
    } catch {
      return null;
    }
  }

  /** Keeps a value; null forgets it. A full disk drops the cached transcript, then memory serves. */
  set(name, value) {
    if (value === null) {
      this.memory.delete(name);
      if (this.disk) this.disk.removeItem(this.prefix + name);
      return;
    }
    const text = JSON.stringify(value);
    if (!this.disk) {
      this.memory.set(name, text);
      return;
    }
    try {
      this.disk.setItem(this.prefix + name, text);
    } catch {
      this.disk.removeItem(this.prefix + "transcript");
      if (name !== "transcript") this.disk.setItem(this.prefix + name, text);
    }
  }

  /** Messages not yet acknowledged, in the order they were written. */
  outbox() {
    const start = this.prefix + "out:";
    const names = this.disk
      ? Object.keys(this.disk).filter((key) => key.startsWith(start)).map((key) => key.slice(this.prefix.length))
      : [...this.memory.keys()].filter((key) => key.startsWith("out:"));
    return names.sort().map((name) => this.get(name)).filter((entry) => entry !== null);
  }

  keep(entry) {
    this.set("out:" + entry.id, entry);
  }

  forget(id) {
    this.set("out:" + id, null);
  }

  /** Calls back when another tab of this site changed something. */
  onForeignChange(listener) {
    addEventListener("storage", (event) => {
      if (event.key === null || event.key.startsWith(this.prefix)) listener();
    });
  }
}
