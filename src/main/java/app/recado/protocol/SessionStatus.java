package app.recado.protocol;

/** Where a session stands; on the wire in lower case ({@code customer_waiting}). */
public enum SessionStatus {
  /** Opened, nobody has accepted it. */
  NEW(Group.UNANSWERED),
  /** Given back to the queue. */
  RETURNED(Group.UNANSWERED),
  /** An agent took it, no public reply yet. */
  ACCEPTED(Group.IN_WORK),
  /** The customer wrote after it was accepted, before any reply. */
  CUSTOMER_WAITING(Group.IN_WORK),
  /** The customer wrote after an agent's reply. */
  CUSTOMER_AGAIN(Group.IN_WORK),
  /** The agent's public message is the last word. */
  AGENT_REPLIED(Group.ANSWERED),
  /** Close text or rating request sent, waiting for the rating. */
  CLOSING(Group.ANSWERED),
  CLOSED(Group.CLOSED),
  /** Ended as spam; the customer is not blocked. */
  SPAM(Group.SPAM),
  /** Ended without texts: moved to a new conversation. */
  CLOSED_SILENTLY(Group.CLOSED);

  /** The list group a status belongs to. */
  public enum Group {
    UNANSWERED,
    IN_WORK,
    ANSWERED,
    CLOSED,
    SPAM
  }

  private final Group group;

  SessionStatus(Group group) {
    this.group = group;
  }

  public Group group() {
    return group;
  }

  /** Whether the session has not ended. */
  public boolean isOpen() {
    return group == Group.UNANSWERED || group == Group.IN_WORK || group == Group.ANSWERED;
  }

  /** Whether an agent has it and it has not ended. */
  public boolean isAccepted() {
    return group == Group.IN_WORK || group == Group.ANSWERED;
  }
}
