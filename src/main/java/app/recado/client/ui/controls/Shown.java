package app.recado.client.ui.controls;

import javafx.scene.Node;

/** Whether a node is there at all: a hidden one takes no room either. */
public final class Shown {
  private Shown() {}

  public static void when(boolean shown, Node node) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
