package app.recado.client.ui.shell;

import app.recado.client.ui.notify.NewChatsView;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;

/**
 * The rail, and what is beside it in all the room there is: a page never makes the window larger,
 * however its texts wrap. What announces itself has room of its own at the foot of a column, so
 * that it never covers what somebody is about to press.
 */
final class Beside extends Region {
  private final Region rail;
  private final Region page;
  private final Columns columns;
  private final NewChatsView announcements;

  /**
   * @param page where the place one is at is shown; the columns are one of these
   */
  Beside(Region rail, Region page, Columns columns, NewChatsView announcements) {
    this.rail = rail;
    this.page = page;
    this.columns = columns;
    this.announcements = announcements;
    getChildren().setAll(rail, page, announcements);
    setMinSize(0, 0);
    columns.onFootMoved(this::requestLayout);
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    double width = Math.max(0, getWidth() - Rail.WIDTH);
    rail.resizeRelocate(0, 0, Rail.WIDTH, height);
    boolean inColumns = columns.getParent() == page;
    announcements.fit(height);
    double foot = inColumns ? columns.footWidth(width) : NewChatsView.WIDTH;
    double tall = announcements.isEmpty() ? 0 : announcements.prefHeight(foot);
    double left = inColumns ? columns.footLeft(width) : Math.max(0, width - foot);
    announcements.resizeRelocate(Rail.WIDTH + left, height - tall, foot, tall);
    columns.reserveFoot(inColumns ? tall : 0);
    page.setPadding(new Insets(0, 0, inColumns ? 0 : tall, 0));
    page.resizeRelocate(Rail.WIDTH, 0, width, height);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }
}
