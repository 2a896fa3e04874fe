@NullMarked
package app.recado.client.ui.suggest;

import org.jspecify.annotations.NullMarked;
