/** What differs between desktops: folders, key store, single instance. */
@NullMarked
package app.recado.client.platform;

import org.jspecify.annotations.NullMarked;
