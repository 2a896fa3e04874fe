package app.recado.client.state;

/**
 * A dialog nobody has answered yet came in (or was offered to me); stays until somebody accepts it
 * or it is dismissed.
 *
 * @param text the customer's last words; empty if there are none here
 */
public record NewChat(DialogItem item, String text, boolean offeredToMe) {}
