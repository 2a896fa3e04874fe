package app.recado.protocol;

/** What the customer sees of the agent: name and photo, the channel's name, or nothing. */
public enum AgentShown {
  NAME,
  CHANNEL,
  NOTHING
}
