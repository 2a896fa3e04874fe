/** The window before the desk: who, and on which relay. */
@NullMarked
package app.recado.client.ui.signin;

import org.jspecify.annotations.NullMarked;
