package app.recado.protocol;

import java.util.Map;

/**
 * A customer.
 *
 * @param contact what is known, by name: {@code phone}, {@code email}, {@code city}, {@code
 *     timeZone}, {@code page}, …
 */
public record CustomerRow(CustomerId id, String name, Map<String, String> contact) implements Row {
  public CustomerRow {
    Required.all(id, name, contact);
  }

  @Override
  public RowKind kind() {
    return RowKind.CUSTOMER;
  }

  @Override
  public String rowId() {
    return id.value();
  }
}
