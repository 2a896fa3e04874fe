/**
 * What goes on at this moment and is never stored: who looks at a dialog, who is writing, who came.
 */
@NullMarked
package app.recado.relay.live;

import org.jspecify.annotations.NullMarked;
