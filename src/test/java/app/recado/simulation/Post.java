package app.recado.simulation;

/** A message that a customer wrote. */
final class Post {
  final String customer;
  final String id;
  final String text;

  /** The relay said that it has it. */
  boolean acknowledged;

  Post(String customer, String id, String text) {
    this.customer = customer;
    this.id = id;
    this.text = text;
  }
}
