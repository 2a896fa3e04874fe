/** The conversation: its header, timeline, action bar, held cards and menus. */
@NullMarked
package app.recado.client.ui.conversation;

import org.jspecify.annotations.NullMarked;
