@NullMarked
package app.recado.client.platform.awt;

import org.jspecify.annotations.NullMarked;
