package app.recado.client.ui.shell;

/** What the rail leads to; only what works. */
enum Place {
  CONTACT_CENTER,
  MENTIONS,
  ATTENTION,
  SETTINGS
}
