/** Signing in, under test. */
@NullMarked
package app.recado.client.ui.signin;

import org.jspecify.annotations.NullMarked;
