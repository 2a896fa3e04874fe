package app.recado.client.ui.action;

/** Where a shortcut acts. The same key may mean something else in another scope. */
public enum Scope {
  /** Wherever the keyboard is. */
  WINDOW,
  /** Where nobody writes and nothing lies over the window. */
  READING,
  /** As {@link #READING}, and before it, while dialogs are selected in the list. */
  SELECTION,
  /** On the chosen message, while the messages or its menu have the keyboard. */
  MESSAGE,
  /** In the reply field. */
  WRITING
}
