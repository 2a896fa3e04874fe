@NullMarked
package app.recado.client.ui.notify;

import org.jspecify.annotations.NullMarked;
