/** The customer panel under test. */
@NullMarked
package app.recado.client.ui.customer;

import org.jspecify.annotations.NullMarked;
