/** What the build insists on beyond tests of behaviour: format, architecture, documents. */
@NullMarked
package app.recado.build;

import org.jspecify.annotations.NullMarked;
