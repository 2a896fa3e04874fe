@NullMarked
package app.recado.client.ui.macros;

import org.jspecify.annotations.NullMarked;
