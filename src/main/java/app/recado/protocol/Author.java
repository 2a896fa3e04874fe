package app.recado.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote something.
 *
 * @param id the customer's or the agent's id; null for the system
 */
public record Author(AuthorKind kind, @Nullable String id) {
  public Author {
    Required.all(kind);
  }

  public static Author agent(UserId user) {
    return new Author(AuthorKind.AGENT, user.value());
  }

  public static Author customer(CustomerId customer) {
    return new Author(AuthorKind.CUSTOMER, customer.value());
  }

  public static Author system() {
    return new Author(AuthorKind.SYSTEM, null);
  }

  public boolean isAgent(UserId user) {
    return kind == AuthorKind.AGENT && user.value().equals(id);
  }
}
