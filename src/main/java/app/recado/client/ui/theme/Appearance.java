package app.recado.client.ui.theme;

/** What the agent chose: always light, always dark, or as the system has it. */
public enum Appearance {
  SYSTEM,
  LIGHT,
  DARK
}
