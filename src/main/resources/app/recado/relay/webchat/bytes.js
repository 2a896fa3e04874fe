/**
 * The bytes of files still to be sent, in the browser's own database, so that they survive a
 * reload; in memory where the browser keeps nothing or has no room.
 */
class Bytes {
  constructor(name) {
    this.memory = new Map();
    this.name = name;
  }

  get disk() {
    return (this.opening ||= new Promise((resolve) => {
      try {
        const request = indexedDB.open(this.name, 1);
        request.onupgradeneeded = () => request.result.createObjectStore("bytes");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => resolve(null);
      } catch {
        resolve(null);
      }
    }));
  }

  /** Runs one request of the database; it counts once it is on disk. */
  async run(mode, make) {
    const disk = await this.disk;
    if (!disk) throw new Error("no database");
    return new Promise((resolve, reject) => {
      const transaction = disk.transaction("bytes", mode);
      const request = make(transaction.objectStore("bytes"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  }

  /** Keeps a copy; refused for what cannot be read, such as a folder that was dropped. */
  async keep(key, file) {
    await file.slice(0, 1).arrayBuffer();
    await this.run("readwrite", (bytes) => bytes.put(file, key)).catch(() => this.memory.set(key, file));
  }

  async get(key) {
    return this.memory.get(key) || (await this.run("readonly", (bytes) => bytes.get(key)).catch(() => null)) || null;
  }

  async forget(key) {
    this.memory.delete(key);
    await this.run("readwrite", (bytes) => bytes.delete(key)).catch(() => {});
  }

  /** Forgets what nothing refers to; what another tab has only just put there is left alone. */
  async tidy(isWanted) {
    const hourAgo = Date.now() - 3600000;
    for (const key of await this.run("readonly", (bytes) => bytes.getAllKeys()).catch(() => [])) {
      const made = parseInt(String(key).replace("-", "").slice(0, 12), 16);
      if (made < hourAgo && !isWanted(key)) await this.forget(key);
    }
  }
}
