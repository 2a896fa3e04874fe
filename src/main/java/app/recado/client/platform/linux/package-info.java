/**
 * The desktop on Linux: notifications, tray and keyring over D-Bus, files as freedesktop.org says.
 */
@NullMarked
package app.recado.client.platform.linux;

import org.jspecify.annotations.NullMarked;
