package app.recado.relay.dialog;

import app.recado.protocol.MessageRow;

/**
 * What a customer may ever see of a timeline; asked when a message is stored and again when it is
 * shown. Open to subclasses so that tests can plant a leak.
 */
public class Curtain {

  public boolean shows(MessageRow message) {
    return message.isPublic();
  }
}
