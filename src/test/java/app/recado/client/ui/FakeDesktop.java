package app.recado.client.ui;

import app.recado.client.platform.Desktop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A desktop that remembers what it shows. */
public final class FakeDesktop implements Desktop {
  public final Map<String, Notice> notices = new LinkedHashMap<>();

  /** The titles of all that was ever shown. */
  public final List<String> titles = new ArrayList<>();

  public @Nullable TrayFace face;
  public @Nullable Listener listener;
  public boolean closed;

  @Override
  public void open(Listener wanted) {
    listener = wanted;
  }

  @Override
  public void show(Notice notice) {
    titles.add(notice.title());
    notices.put(notice.key(), notice);
  }

  @Override
  public void withdraw(String key) {
    notices.remove(key);
  }

  @Override
  public void show(TrayFace now) {
    face = now;
  }

  @Override
  public void close() {
    closed = true;
  }
}
