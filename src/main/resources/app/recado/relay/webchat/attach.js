/** What is attached to the message being written: chosen, dropped or pasted, and shown above the text. */
class Attach {
  constructor(talk, t, sizes, input, panel) {
    Object.assign(this, { talk, t, sizes, input });
    this.picker = el("input", { type: "file", multiple: true, hidden: true, tabindex: "-1", onchange: () => this.chosen() });
    this.button = el("button", { class: "clip", type: "button", "aria-label": t("attach"), title: t("attach"), onclick: () => this.picker.click() },
      icon("clip"));
    this.list = el("ul", { class: "staged", "aria-label": t("attached"), hidden: true });
    this.told = el("p", { class: "hidden", role: "status" });
    this.problem = el("p", { class: "problem", role: "alert" });
    this.drop = el("div", { class: "drop", "aria-hidden": "true", hidden: true }, icon("clip"), t("attach.drop"));
    panel.append(this.drop);
    this.listen(panel);
  }

  /** Only what the relay will take: text over the panel stays the browser's own. */
  listen(panel) {
    const bringsFiles = (event) => event.dataTransfer?.types.includes("Files");
    let inside = 0;
    const over = (count) => {
      inside = count;
      this.drop.hidden = inside <= 0;
    };
    panel.addEventListener("dragenter", (event) => bringsFiles(event) && over(inside + 1));
    panel.addEventListener("dragleave", (event) => bringsFiles(event) && over(inside - 1));
    panel.addEventListener("dragover", (event) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
    });
    panel.addEventListener("drop", (event) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      over(0);
      this.add([...event.dataTransfer.files]);
    });
    // Programs put a picture of a text beside the text: then the text is meant.
    this.input.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files || [])];
      if (!files.length || event.clipboardData.types.includes("text/plain")) return;
      event.preventDefault();
      this.add(files);
    });
  }

  chosen() {
    const files = [...this.picker.files];
    this.picker.value = "";
    this.add(files);
    this.input.focus();
  }

  async add(files) {
    const problems = [];
    const attached = [];
    this.problem.textContent = "";
    for (const file of files) {
      const reason = await this.talk.attach(file);
      if (reason) problems.push(this.t("refused." + reason, file.name, RULES.most));
      else attached.push(file.name);
    }
    this.problem.textContent = problems.join(" ");
    if (attached.length) this.told.textContent = this.t("attach.told", attached.join(", "));
  }

  get isEmpty() {
    return this.talk.staged.length === 0;
  }

  render() {
    const staged = this.talk.staged;
    const keys = staged.map((file) => file.key).join();
    if (keys === this.keys) return;
    this.keys = keys;
    this.list.hidden = staged.length === 0;
    this.list.replaceChildren(...staged.map((file) =>
      el("li", null, icon("file"), el("span", null, file.name), el("small", null, this.sizes(file.size)),
        el("button", { type: "button", "aria-label": this.t("attach.remove", file.name), title: this.t("attach.remove", file.name), onclick: () => this.remove(file) }, icon("close")))));
  }

  /** The button that was pressed is gone then, and what has the focus should not be nothing. */
  remove(file) {
    this.talk.detach(file.key);
    this.problem.textContent = "";
    (this.list.querySelector("button") || this.input).focus();
  }

  sent() {
    this.problem.textContent = "";
    this.told.textContent = "";
  }
}
