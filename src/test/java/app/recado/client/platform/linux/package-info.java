@NullMarked
package app.recado.client.platform.linux;

import org.jspecify.annotations.NullMarked;
