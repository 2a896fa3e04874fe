package app.recado.client.ui.shell;

import javafx.scene.layout.Region;

/**
 * List 336, conversation what is left, customer panel 304. Where the window has no room for all
 * three the panel leaves, and slides over the conversation when asked for.
 */
final class Columns extends Region {
  /** Of the whole window: below it the panel has no column of its own. */
  static final double ROOM_FOR_PANEL = 1180;

  private static final double LIST = 336;
  private static final double PANEL = 304;

  private final Region list;
  private final Region conversation;
  private final Region panel;
  private final ShellViewModel model;

  Columns(Region list, Region conversation, Region panel, ShellViewModel model) {
    this.list = list;
    this.conversation = conversation;
    this.panel = panel;
    this.model = model;
    getStyleClass().add("columns");
    getChildren().setAll(list, conversation, panel);
    model.panelWanted().addListener(change -> requestLayout());
    model.panelSlidIn().addListener(change -> requestLayout());
  }

  boolean hasRoomForPanel() {
    return getWidth() + Rail.WIDTH >= ROOM_FOR_PANEL;
  }

  /** Shows the panel or takes it away, whichever way it is shown now. */
  void togglePanel() {
    if (hasRoomForPanel()) {
      model.panelWanted().set(!model.panelWanted().get());
    } else {
      model.panelSlidIn().set(!model.panelSlidIn().get());
    }
  }

  boolean isPanelShown() {
    return panel.isVisible();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    boolean beside = hasRoomForPanel();
    boolean shown = beside ? model.panelWanted().get() : model.panelSlidIn().get();
    double right = beside && shown ? PANEL : 0;
    list.resizeRelocate(0, 0, LIST, height);
    conversation.resizeRelocate(LIST, 0, Math.max(0, width - LIST - right), height);
    panel.setVisible(shown);
    panel.resizeRelocate(width - PANEL, 0, PANEL, height);
    panel.pseudoClassStateChanged(Rail.OVER, shown && !beside);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }
}
