package app.recado.client.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** By a LaunchAgent. Links belong to whatever program declares them in its bundle. */
final class MacStartup implements Startup {
  private final Path program;
  private final String profile;
  private final String label;
  private final Path agent;

  MacStartup(Path program, String profile, Path home) {
    this.program = program;
    this.profile = profile;
    label = ProfileFolder.isUsual(profile) ? "app.recado" : "app.recado." + profile;
    agent = home.resolve("Library/LaunchAgents").resolve(label + ".plist");
  }

  @Override
  public boolean startsWithComputer() {
    return Files.exists(agent);
  }

  @Override
  public void startWithComputer(boolean on) throws IOException {
    if (!on) {
      Files.deleteIfExists(agent);
      return;
    }
    Files.createDirectories(agent.toAbsolutePath().getParent());
    String path =
        program.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    Files.writeString(
        agent,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
          <key>Label</key><string>%s</string>
          <key>ProgramArguments</key><array><string>%s</string>%s</array>
          <key>RunAtLoad</key><true/>
        </dict>
        </plist>
        """
            .formatted(
                label,
                path,
                ProfileFolder.isUsual(profile)
                    ? ""
                    : "<string>--profile</string><string>" + profile + "</string>"),
        StandardCharsets.UTF_8);
  }

  @Override
  public boolean opensLinks() {
    return true;
  }

  @Override
  public void openLinks(boolean on) {
    // The bundle says it.
  }

  @Override
  public boolean canSetLinks() {
    return false;
  }
}
