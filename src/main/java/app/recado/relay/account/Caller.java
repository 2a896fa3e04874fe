package app.recado.relay.account;

import app.recado.protocol.DeviceId;
import app.recado.protocol.UserId;

/** Who makes a request, from which device; made from a live token. */
public record Caller(UserId user, DeviceId device) {}
