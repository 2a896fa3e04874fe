package app.recado.client.state;

/**
 * What a customer wrote in a dialog of mine, or one I follow, and I have not read; stays until it
 * is read, here or on another device.
 *
 * @param text the customer's last words; empty if there are none here
 */
public record NewMessage(DialogItem item, String text) {}
