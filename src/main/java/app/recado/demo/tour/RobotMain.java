package app.recado.demo.tour;

import app.recado.DeskMain;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import javafx.application.Platform;

/** The desk, exactly as it is, with a {@link Robot} at it who is told what to do on the input. */
public final class RobotMain {
  private RobotMain() {}

  public static void main(String[] arguments) {
    InputStream orders = System.in;
    Robot robot = new Robot(System.out);
    // What the desk prints must not mix with the robot's answers.
    System.setOut(new PrintStream(System.err, true));
    // So that it is there before the first order; the desk finds it running.
    Platform.startup(() -> {});
    Thread.ofPlatform().name("robot").daemon().start(() -> work(robot, orders));
    DeskMain.main(arguments);
  }

  private static void work(Robot robot, InputStream orders) {
    boolean leaving = false;
    try {
      leaving = robot.obey(orders);
    } catch (IOException | RuntimeException problem) {
      System.err.println("robot: " + problem);
    } finally {
      // Nobody conducts any more: a desk without a screen must not stay behind.
      if (!leaving) {
        Runtime.getRuntime().halt(0);
      }
    }
  }
}
