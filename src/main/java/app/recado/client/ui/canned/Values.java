package app.recado.client.ui.canned;

import app.recado.client.state.DialogItem;
import app.recado.protocol.UserRow;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a dialog, for the variables. */
public final class Values {
  private Values() {}

  /**
   * @param item null where no dialog is open
   * @param me who writes
   */
  public static Map<Variable, String> of(@Nullable DialogItem item, UserRow me) {
    Map<Variable, String> values = new EnumMap<>(Variable.class);
    name(values, Variable.AGENT_NAME, Variable.AGENT_FIRST_NAME, me.name());
    if (item != null) {
      // A visitor who gave no name has a number, which nobody wants to be called.
      String customer = item.customer().name();
      if (!customer.startsWith("#")) {
        name(values, Variable.CUSTOMER_NAME, Variable.CUSTOMER_FIRST_NAME, customer);
      }
      Map<String, String> contact = item.customer().contact();
      put(values, Variable.CUSTOMER_PHONE, contact.get("phone"));
      put(values, Variable.CUSTOMER_EMAIL, contact.get("email"));
      put(values, Variable.CUSTOMER_CITY, contact.get("city"));
      put(values, Variable.CHANNEL_NAME, item.channel().name());
      put(values, Variable.DIALOG_TITLE, item.dialog().title());
    }
    return values;
  }

  private static void name(
      Map<Variable, String> values, Variable whole, Variable first, String name) {
    put(values, whole, name);
    put(values, first, name.strip().split("\\s+", 2)[0]);
  }

  private static void put(Map<Variable, String> values, Variable variable, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      values.put(variable, value.strip());
    }
  }
}
