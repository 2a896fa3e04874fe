package app.recado.protocol;

import java.util.Optional;
import java.util.Set;

/** Which files are taken at all; the desk asks before it copies, the relay before it stores. */
public final class FileRules {
  /** The largest file, in bytes: 100 MB. */
  public static final long LARGEST = 100L * 1024 * 1024;

  /** How many files one message may have. */
  public static final int MOST_PER_MESSAGE = 10;

  /** Pictures that programs show without running anything within them; SVG is none. */
  private static final Set<String> SAFE_IMAGES =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  /** What a computer runs when somebody opens it. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "exe",
          "com",
          "scr",
          "pif",
          "msi",
          "msp",
          "bat",
          "cmd",
          "ps1",
          "vbs",
          "vbe",
          "js",
          "jse",
          "wsf",
          "wsh",
          "hta",
          "cpl",
          "lnk",
          "reg",
          "jar",
          "apk",
          "app",
          "dmg",
          "pkg",
          "deb",
          "rpm",
          "sh",
          "desktop",
          "appimage");

  /** Why a file is not taken. */
  public enum Refused {
    EMPTY,
    TOO_LARGE,
    PROGRAM
  }

  private FileRules() {}

  /** Why a file with this name and size is not taken; empty if it is. */
  public static Optional<Refused> check(String name, long size) {
    if (size <= 0) {
      return Optional.of(Refused.EMPTY);
    }
    if (size > LARGEST) {
      return Optional.of(Refused.TOO_LARGE);
    }
    // Windows drops dots and spaces at the end of a name, so they hide nothing.
    String bare = FileNames.safe(name);
    String extension = FileNames.extension(bare);
    return PROGRAMS.contains(extension) ? Optional.of(Refused.PROGRAM) : Optional.empty();
  }

  /** The extensions, in lower case, of what is refused as a program. */
  public static Set<String> programs() {
    return PROGRAMS;
  }

  public static boolean isSafeImage(String type) {
    return SAFE_IMAGES.contains(type);
  }
}
