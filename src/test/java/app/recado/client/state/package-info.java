/** Tests of the state that windows watch. */
@NullMarked
package app.recado.client.state;

import org.jspecify.annotations.NullMarked;
