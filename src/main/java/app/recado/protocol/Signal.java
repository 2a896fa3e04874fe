package app.recado.protocol;

/**
 * What somebody does in a dialog at this moment: the data of the stream's events {@code typing} and
 * {@code viewing}. Never stored, and worth nothing once it is old.
 */
public record Signal(DialogId dialog, Author author, Doing doing) {
  public Signal {
    Required.all(dialog, author, doing);
  }

  public enum Doing {
    /** Has it before the eyes; said again every {@link Signal#VIEWING_AGAIN_SECONDS}. */
    VIEWING,
    /** Looks elsewhere now. */
    LEFT,
    /** Writes what the customer will get; said again every {@link Signal#TYPING_AGAIN_SECONDS}. */
    TYPING,
    /** Writes what only colleagues will see. */
    WHISPERING;

    /** The name of the stream's event. */
    public String event() {
      return this == TYPING || this == WHISPERING ? "typing" : "viewing";
    }
  }

  public static final int VIEWING_AGAIN_SECONDS = 20;
  public static final int TYPING_AGAIN_SECONDS = 3;

  /** After so long without a word it is over: two and a half times as long as it should take. */
  public int lastsSeconds() {
    int again = doing.event().equals("typing") ? TYPING_AGAIN_SECONDS : VIEWING_AGAIN_SECONDS;
    return again * 5 / 2;
  }
}
