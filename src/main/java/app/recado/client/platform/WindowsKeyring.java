package app.recado.client.platform;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Windows' data protection (DPAPI): a file that only this person's session can decrypt. */
public final class WindowsKeyring implements Keyring {
  private static final int NO_WINDOWS = 1;

  /** Of a DATA_BLOB: its length, then (aligned) where it is. */
  private static final MemoryLayout BLOB =
      MemoryLayout.structLayout(JAVA_INT, MemoryLayout.paddingLayout(4), ADDRESS);

  private static final long POINTER = 8;

  private final Path file;

  /**
   * @param folder the profile's
   */
  public WindowsKeyring(Path folder) {
    file = folder.resolve("token.protected");
  }

  @Override
  public void store(String secret) throws IOException {
    Files.write(file, call("CryptProtectData", secret.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Optional<String> find() throws IOException {
    return Files.exists(file)
        ? Optional.of(
            new String(
                call("CryptUnprotectData", Files.readAllBytes(file)), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  @Override
  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Both functions take the same arguments. */
  private static byte[] call(String function, byte[] bytes) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Linker linker = Linker.nativeLinker();
      MethodHandle crypt =
          linker.downcallHandle(
              SymbolLookup.libraryLookup("Crypt32", arena).findOrThrow(function),
              FunctionDescriptor.of(
                  JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
      MethodHandle free =
          linker.downcallHandle(
              SymbolLookup.libraryLookup("Kernel32", arena).findOrThrow("LocalFree"),
              FunctionDescriptor.of(ADDRESS, ADDRESS));
      MemorySegment in = arena.allocate(BLOB);
      in.set(JAVA_INT, 0, bytes.length);
      in.set(ADDRESS, POINTER, arena.allocateFrom(JAVA_BYTE, bytes));
      MemorySegment out = arena.allocate(BLOB);
      MemorySegment none = MemorySegment.NULL;
      int done = (int) crypt.invokeExact(in, none, none, none, none, NO_WINDOWS, out);
      if (done == 0) {
        throw new IOException(function + " refused");
      }
      MemorySegment made = out.get(ADDRESS, POINTER).reinterpret(out.get(JAVA_INT, 0));
      byte[] result = made.toArray(JAVA_BYTE);
      MemorySegment left = (MemorySegment) free.invokeExact(made);
      if (!left.equals(MemorySegment.NULL)) {
        throw new IOException("LocalFree refused");
      }
      return result;
    } catch (IOException | RuntimeException | Error problem) {
      throw problem instanceof IOException known ? known : new IOException(problem);
    } catch (Throwable problem) {
      throw new IOException(problem);
    }
  }
}
