/** Files: their way to the relay (tus 1.0), their bytes, and who may fetch them. */
@NullMarked
package app.recado.relay.file;

import org.jspecify.annotations.NullMarked;
