/** Makes UUIDv7 ids that ascend, also after the clock stepped back. */
class Ids {
  constructor(last) {
    this.millis = last ? parseInt(last.replace("-", "").slice(0, 12), 16) : 0;
    this.count = 0xfff;
  }

  next() {
    const now = Date.now();
    const bytes = crypto.getRandomValues(new Uint8Array(10));
    if (now > this.millis) {
      this.millis = now;
      this.count = ((bytes[0] << 8) | bytes[1]) & 0x3ff;
    } else if (++this.count > 0xfff) {
      this.millis++;
      this.count = 0;
    }
    const hex = (value, width) => value.toString(16).padStart(width, "0");
    const time = hex(this.millis, 12);
    bytes[2] = (bytes[2] & 0x3f) | 0x80;
    const tail = [...bytes.subarray(2)].map((b) => hex(b, 2)).join("");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(this.count, 3)}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  }
}
