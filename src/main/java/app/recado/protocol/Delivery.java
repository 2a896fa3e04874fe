package app.recado.protocol;

/** How far a public message got on its way to the customer. */
public enum Delivery {
  SENT,
  DELIVERED,
  READ,
  FAILED,
  UNKNOWN
}
