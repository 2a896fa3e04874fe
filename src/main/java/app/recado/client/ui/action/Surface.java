package app.recado.client.ui.action;

/** Where actions are offered besides the lists that have them all. */
public enum Surface {
  /** The header of a conversation. */
  TOP_BAR,
  /** Below a conversation that nobody has answered. */
  ACTION_BAR,
  /** The menu at the end of the header. */
  MORE,
  /** The menu of a message. */
  MESSAGE,
  /** The menu beside the send button. */
  SEND,
  /** The bar over the list while dialogs are selected. */
  SELECTION,
  /** The menu at the end of that bar. */
  SELECTION_MORE
}
