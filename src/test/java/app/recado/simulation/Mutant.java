package app.recado.simulation;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The program with a bug planted in it: one source file is changed in one place and compiled anew,
 * and the whole program is loaded once more around it. The sources carry no switches for it.
 */
final class Mutant {
  private static final Path SOURCES = Path.of("src", "main", "java", "app", "recado");

  private final PlantedBug bug;
  private final Path classes;

  private Mutant(PlantedBug bug, Path classes) {
    this.bug = bug;
    this.classes = classes;
  }

  /** Compiles it into a folder. */
  static Mutant compile(PlantedBug bug, Path folder) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    for (PlantedBug.Edit edit : bug.edits()) {
      String source = sources.get(edit.file());
      if (source == null) {
        source = Files.readString(SOURCES.resolve(edit.file()));
      }
      int at = source.indexOf(edit.original());
      if (at < 0 || source.indexOf(edit.original(), at + 1) >= 0) {
        throw new IllegalStateException(
            edit.file() + " does not hold exactly once: " + edit.original());
      }
      sources.put(edit.file(), source.replace(edit.original(), edit.planted()));
    }
    List<Path> changed = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("sources").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      changed.add(Files.writeString(file, source.getValue()));
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-parameters"),
                  null,
                  files.getJavaFileObjectsFromPaths(changed))
              .call();
      if (!compiled) {
        throw new IllegalStateException(bug + " does not compile");
      }
    }
    return new Mutant(bug, classes);
  }

  /**
   * Runs schedules against it until one goes wrong.
   *
   * @return how many it took and what went wrong; the last line of a clean campaign otherwise
   */
  String hunt(long seed, int schedules) throws Exception {
    List<URL> path = new ArrayList<>();
    path.add(classes.toUri().toURL());
    path.add(home(Mutant.class));
    path.add(home(app.recado.relay.Relay.class));
    try (Loader loader = new Loader(path.toArray(URL[]::new))) {
      try {
        return (String)
            loader
                .loadClass(Hunt.class.getName())
                .getMethod("hunt", long.class, int.class)
                .invoke(null, seed, schedules);
      } catch (InvocationTargetException failure) {
        throw new IllegalStateException(bug + " could not be run", failure.getCause());
      }
    }
  }

  private static URL home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  /** Loads our own classes itself, the changed ones first, and leaves libraries to its parent. */
  private static final class Loader extends URLClassLoader {
    Loader(URL[] path) {
      super(path, Mutant.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("app.recado.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
