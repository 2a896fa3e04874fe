package app.recado.relay.connector.webchat;

/** Looks for text that is too faint to read. */
final class Contrast {
  /**
   * Every visible text whose contrast with what lies behind it is below 4.5 to 1 (WCAG 2 AA), with
   * its ratio.
   */
  static final String BELOW_AA =
      """
      () => {
        const parse = (text) => {
          const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
          return { r, g, b, a };
        };
        const over = (top, below) => ({
          r: top.r * top.a + below.r * (1 - top.a),
          g: top.g * top.a + below.g * (1 - top.a),
          b: top.b * top.a + below.b * (1 - top.a), a: 1 });
        const background = (node) => {
          const layers = [];
          for (let at = node; at; at = at.parentElement || at.getRootNode().host) {
            layers.push(parse(getComputedStyle(at).backgroundColor));
          }
          return layers.reverse().reduce((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
        };
        const light = ({ r, g, b }) => [r, g, b]
          .map((c) => c / 255)
          .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
          .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const faint = [];
        const root = document.querySelector("recado-chat").shadowRoot;
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode.parentElement;
          if (!walker.currentNode.data.trim() || !node.checkVisibility() || node.closest(".hidden, .stars")) continue;
          const below = background(node);
          const [a, b] = [light(over(parse(getComputedStyle(node).color), below)), light(below)].sort((x, y) => y - x);
          const ratio = (a + 0.05) / (b + 0.05);
          if (ratio < 4.5) faint.push(walker.currentNode.data + " " + ratio.toFixed(2));
        }
        return faint;
      }
      """;

  private Contrast() {}
}
