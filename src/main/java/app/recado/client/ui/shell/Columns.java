package app.recado.client.ui.shell;

import javafx.geometry.Insets;
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
  private double foot;
  private Runnable footMoved = () -> {};

  Columns(Region list, Region conversation, Region panel, ShellViewModel model) {
    this.list = list;
    this.conversation = conversation;
    this.panel = panel;
    this.model = model;
    getStyleClass().add("columns");
    getChildren().setAll(list, conversation, panel);
    model.panelWanted().addListener(change -> panelChanged());
    model.panelSlidIn().addListener(change -> panelChanged());
  }

  boolean hasRoomForPanel() {
    return hasRoomForPanel(getWidth());
  }

  private static boolean hasRoomForPanel(double width) {
    return width + Rail.WIDTH >= ROOM_FOR_PANEL;
  }

  /** Leaves so much room free at the foot of the panel, or of the list where there is no panel. */
  void reserveFoot(double height) {
    if (foot != height) {
      foot = height;
      requestLayout();
    }
  }

  /** Where that room begins when these columns are so wide. */
  double footLeft(double width) {
    return footInPanel(width) ? width - PANEL : 0;
  }

  double footWidth(double width) {
    return footInPanel(width) ? PANEL : LIST;
  }

  private boolean footInPanel(double width) {
    return hasRoomForPanel(width) && model.panelWanted().get();
  }

  /** What to do when that room has gone from one column to another. */
  void onFootMoved(Runnable action) {
    footMoved = action;
  }

  private void panelChanged() {
    requestLayout();
    footMoved.run();
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
    boolean inPanel = footInPanel(width);
    panel.setPadding(new Insets(0, 0, inPanel ? foot : 0, 0));
    list.setPadding(new Insets(0, 0, inPanel ? 0 : foot, 0));
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
