package app.recado.relay.dialog;

import app.recado.relay.store.Dialect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A shop that a customer has just written to, on each database. */
@ParameterizedClass
@EnumSource(Dialect.class)
abstract class ShopTest {
  static Shop shop;

  @Parameter Dialect dialect;

  @BeforeParameterizedClassInvocation
  static void open(Dialect dialect) {
    shop = new Shop(dialect);
  }

  @AfterParameterizedClassInvocation
  static void close() {
    shop.close();
  }

  @BeforeEach
  final void aCustomerHasWritten() {
    shop.fresh();
  }
}
