@NullMarked
package app.recado.client.ui.canned;

import org.jspecify.annotations.NullMarked;
