package app.recado.protocol;

/**
 * Which dialogs a person sees: own (offered, owned, joined), those of the channels whose queue the
 * person is in, or all.
 */
public enum Visibility {
  OWN,
  CHANNELS,
  ALL
}
