package app.recado.client.ui.action;

import app.recado.client.ui.theme.Icon;

/**
 * Something to do that is worth naming only now: an action with what it acts on already chosen.
 *
 * @param note a word on why it is offered, in lighter letters
 */
public record Offer(Icon icon, String name, String note, Standing standing, Runnable effect) {}
