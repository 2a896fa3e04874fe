/** People, devices, roles and permissions. */
@NullMarked
package app.recado.relay.account;

import org.jspecify.annotations.NullMarked;
