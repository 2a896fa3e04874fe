/** The desktop on Windows and macOS, by the toolkit of the JDK that has a tray. */
@NullMarked
package app.recado.client.platform.awt;

import org.jspecify.annotations.NullMarked;
