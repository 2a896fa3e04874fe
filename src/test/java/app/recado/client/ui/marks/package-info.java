@NullMarked
package app.recado.client.ui.marks;

import org.jspecify.annotations.NullMarked;
