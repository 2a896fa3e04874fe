/** The website's chat: visitors, the widget and the full page. */
@NullMarked
package app.recado.relay.connector.webchat;

import org.jspecify.annotations.NullMarked;
