package app.recado.client.platform;

import app.recado.client.sync.KeyStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Keeps the token in a file that only its owner can read, for computers without a keychain. */
public final class FileKeyStore implements KeyStore {
  private final Path file;

  /**
   * @param folder the profile's
   */
  public FileKeyStore(Path folder) {
    this.file = folder.resolve("token");
  }

  @Override
  public @Nullable String token() {
    try {
      if (!Files.exists(file)) {
        return null;
      }
      String token = Files.readString(file, StandardCharsets.UTF_8).strip();
      return token.isEmpty() ? null : token;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void keep(String token) {
    try {
      // Made unreadable for others before there is anything to read, and never half written.
      Path fresh = file.resolveSibling("token.new");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, ownerOnly());
      Files.writeString(fresh, token, StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return ProfileFolder.isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
