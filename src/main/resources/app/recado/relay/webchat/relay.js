/** Why a call did not succeed. Status 0: no answer that can be trusted, so it may be tried again. */
class Problem extends Error {
  constructor(status, code, retryAfter) {
    super(code);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  get isFinal() {
    return [400, 404, 409, 413, 422].includes(this.status);
  }
}

/** The relay's routes for customers. */
class RelayClient {
  constructor(base) {
    this.base = base;
  }

  open(channel, page, visitor, name) {
    return this.call("POST", "v1/visits", null, { channel, page, visitor, name });
  }

  transcript(token, before) {
    return this.call("GET", "v1/visits/messages" + (before ? "?before=" + before : ""), token);
  }

  post(token, id, text, file) {
    return this.call("POST", "v1/visits/messages", token, { id, text, file });
  }

  typing(token) {
    return this.call("POST", "v1/visits/typing", token, {});
  }

  read(token, message) {
    return this.call("POST", "v1/visits/read", token, { message });
  }

  rate(token, session, stars, comment) {
    return this.call("POST", "v1/visits/rating", token, { session, stars, comment });
  }

  /** The bytes of a file that a message brought. */
  async file(token, id) {
    const response = await fetch(this.base + "v1/files/" + id, {
      headers: { Authorization: "Bearer " + token },
      cache: "no-store",
      credentials: "omit"
    });
    if (!response.ok) throw new Problem(response.status, "refused");
    return response.blob();
  }

  /** Begins an upload, or finds it again; how many of its bytes are there. */
  begin(token, file, signal) {
    const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
    const said = `id ${base64(file.id)},filename ${base64(file.name)},filetype ${base64(file.type)}`;
    return this.tus("POST", "v1/files", token, { "Upload-Length": String(file.size), "Upload-Metadata": said }, null, signal);
  }

  /** Adds bytes to an upload; how many are there then. */
  append(token, id, at, bytes, signal) {
    const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(at) };
    return this.tus("PATCH", "v1/files/" + id, token, headers, bytes, signal);
  }

  /** Gives an upload up; whether anybody heard it makes no difference, as it is given up in time. */
  async giveUp(token, id) {
    await this.tus("DELETE", "v1/files/" + id, token, {}, null, AbortSignal.timeout(20000)).catch(() => {});
  }

  async tus(method, path, token, headers, body, signal) {
    const response = await fetch(this.base + path, {
      method,
      headers: { ...headers, Authorization: "Bearer " + token, "Tus-Resumable": "1.0.0" },
      body,
      cache: "no-store",
      credentials: "omit",
      signal
    }).catch(() => {
      throw new Problem(0, "unreachable");
    });
    if (!response.ok) {
      const json = await response.json().catch(() => null);
      if (!json?.error?.code) throw new Problem(0, "not_the_relay");
      throw new Problem(response.status, json.error.code, Number(json.error.details?.retryAfter) || 0);
    }
    if (response.headers.get("Tus-Resumable") !== "1.0.0") throw new Problem(0, "not_the_relay");
    return Number(response.headers.get("Upload-Offset"));
  }

  async call(method, path, token, body) {
    const headers = { Accept: "application/json" };
    if (body) headers["Content-Type"] = "application/json";
    if (token) headers.Authorization = "Bearer " + token;
    let response, text;
    try {
      response = await fetch(this.base + path, {
        method,
        headers,
        body: body ? JSON.stringify(body, (_, value) => value ?? undefined) : undefined,
        cache: "no-store",
        credentials: "omit",
        signal: AbortSignal.timeout(20000)
      });
      text = await response.text();
    } catch {
      throw new Problem(0, "unreachable");
    }
    let json = null;
    try {
      json = text ? JSON.parse(text) : {};
    } catch {
      throw new Problem(0, "not_json");
    }
    if (response.ok) return json;
    if (!json?.error?.code) throw new Problem(0, "not_the_relay");
    throw new Problem(response.status, json.error.code, Number(json.error.details?.retryAfter) || 0);
  }

  /**
   * Follows the visit's event stream until it ends, which always throws. EventSource cannot send a
   * token, so the stream is read by hand. 40 s of silence is a dead connection.
   */
  async follow(token, abort, onOpen, onEvent) {
    let silence;
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => abort.abort(), 40000);
    };
    heard();
    try {
      const response = await fetch(this.base + "v1/visits/stream", {
        headers: { Accept: "text/event-stream", Authorization: "Bearer " + token },
        cache: "no-store",
        credentials: "omit",
        signal: abort.signal
      }).catch(() => {
        throw new Problem(0, "unreachable");
      });
      if (!response.ok) throw new Problem(response.status, "refused", Number(response.headers.get("Retry-After")) || 0);
      if (!(response.headers.get("Content-Type") || "").startsWith("text/event-stream")) throw new Problem(0, "not_a_stream");
      onOpen();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      let name = "";
      let data = "";
      for (;;) {
        const { value, done } = await reader.read().catch(() => ({ done: true }));
        if (done) throw new Problem(0, "stream_ended");
        heard();
        const lines = (rest + value).split(/\r?\n/);
        rest = lines.pop();
        for (const line of lines) {
          if (line.startsWith("event:")) name = line.slice(6).trim();
          if (line.startsWith("data:")) data += line.slice(5).trimStart();
          if (line !== "") continue;
          if (data && name !== "heartbeat") onEvent(data, name);
          name = data = "";
        }
      }
    } finally {
      clearTimeout(silence);
    }
  }
}
