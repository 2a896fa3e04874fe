package app.recado.protocol;

import java.time.Instant;

/** The bodies of {@code POST /v1/sign-in}. */
public final class SignIn {
  private SignIn() {}

  /**
   * @param name what the person calls the device
   */
  public record Device(DeviceId id, String name) {
    public Device {
      Required.all(id, name);
    }
  }

  public record Request(String email, String password, Device device) {
    public Request {
      Required.all(email, password, device);
    }
  }

  /**
   * @param token opaque, 256 bits, bound to the device
   */
  public record Response(String token, UserRow user, Instant relayTime) {
    public Response {
      Required.all(token, user, relayTime);
    }
  }
}
