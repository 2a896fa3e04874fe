package app.recado.client.platform;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The login keychain of macOS: a generic password, one for each profile. */
public final class MacKeyring implements Keyring {
  private static final String SECURITY = "/System/Library/Frameworks/Security.framework/Security";
  private static final int NOT_FOUND = -25300;
  private static final byte[] SERVICE = "app.recado".getBytes(StandardCharsets.UTF_8);
  private static final MemorySegment NONE = MemorySegment.NULL;

  private final byte[] account;

  /**
   * @param profile tells the profiles of one person apart
   */
  public MacKeyring(String profile) {
    account = profile.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void store(String secret) throws IOException {
    delete();
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle add =
          function(
              arena,
              "SecKeychainAddGenericPassword",
              FunctionDescriptor.of(
                  JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS,
                  ADDRESS));
      int status =
          (int)
              add.invokeExact(
                  NONE,
                  SERVICE.length,
                  arena.allocateFrom(JAVA_BYTE, SERVICE),
                  account.length,
                  arena.allocateFrom(JAVA_BYTE, account),
                  bytes.length,
                  arena.allocateFrom(JAVA_BYTE, bytes),
                  NONE);
      check(status);
    } catch (Throwable problem) {
      throw asIo(problem);
    }
  }

  @Override
  public Optional<String> find() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment length = arena.allocate(JAVA_INT);
      MemorySegment data = arena.allocate(ADDRESS);
      int status = look(arena, length, data, NONE);
      if (status == NOT_FOUND) {
        return Optional.empty();
      }
      check(status);
      MemorySegment found = data.get(ADDRESS, 0).reinterpret(length.get(JAVA_INT, 0));
      String secret = new String(found.toArray(JAVA_BYTE), StandardCharsets.UTF_8);
      MethodHandle free =
          function(
              arena,
              "SecKeychainItemFreeContent",
              FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
      check((int) free.invokeExact(NONE, found));
      return Optional.of(secret);
    } catch (Throwable problem) {
      throw asIo(problem);
    }
  }

  @Override
  public void delete() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment item = arena.allocate(ADDRESS);
      int status = look(arena, NONE, NONE, item);
      if (status == NOT_FOUND) {
        return;
      }
      check(status);
      MethodHandle delete =
          function(arena, "SecKeychainItemDelete", FunctionDescriptor.of(JAVA_INT, ADDRESS));
      check((int) delete.invokeExact(item.get(ADDRESS, 0)));
    } catch (Throwable problem) {
      throw asIo(problem);
    }
  }

  private int look(Arena arena, MemorySegment length, MemorySegment data, MemorySegment item)
      throws Throwable {
    MethodHandle find =
        function(
            arena,
            "SecKeychainFindGenericPassword",
            FunctionDescriptor.of(
                JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS,
                ADDRESS));
    return (int)
        find.invokeExact(
            NONE,
            SERVICE.length,
            arena.allocateFrom(JAVA_BYTE, SERVICE),
            account.length,
            arena.allocateFrom(JAVA_BYTE, account),
            length,
            data,
            item);
  }

  private static MethodHandle function(Arena arena, String name, FunctionDescriptor shape) {
    return Linker.nativeLinker()
        .downcallHandle(SymbolLookup.libraryLookup(SECURITY, arena).findOrThrow(name), shape);
  }

  private static void check(int status) throws IOException {
    if (status != 0) {
      throw new IOException("the keychain said " + status);
    }
  }

  private static IOException asIo(Throwable problem) {
    return problem instanceof IOException known ? known : new IOException(problem);
  }
}
