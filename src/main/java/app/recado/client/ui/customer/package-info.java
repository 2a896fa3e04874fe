/** The right column: what is known of the customer. */
@NullMarked
package app.recado.client.ui.customer;

import org.jspecify.annotations.NullMarked;
