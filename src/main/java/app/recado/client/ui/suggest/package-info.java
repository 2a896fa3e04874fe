/** What opens beside the caret while one types {@code #}, {@code @} or {@code /}. */
@NullMarked
package app.recado.client.ui.suggest;

import org.jspecify.annotations.NullMarked;
