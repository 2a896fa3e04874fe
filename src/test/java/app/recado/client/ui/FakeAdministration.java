package app.recado.client.ui;

import app.recado.client.sync.Administration;
import app.recado.protocol.AuditPage;
import app.recado.protocol.Intent;
import app.recado.protocol.Role;
import app.recado.protocol.SettingsRow;
import app.recado.protocol.UserId;
import app.recado.protocol.UserRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A workspace that keeps what was asked for and answers as the test says. */
public final class FakeAdministration implements Administration {
  public final ObservableList<UserRow> everybody = FXCollections.observableArrayList();
  public final ObservableList<SettingsRow> settings = FXCollections.observableArrayList();
  public final List<Intent> asked = new ArrayList<>();
  public final List<String> invited = new ArrayList<>();
  public final List<UserId> passwords = new ArrayList<>();
  public final List<@Nullable String> audited = new ArrayList<>();
  public Answer answer = new Done(null);
  public @Nullable AuditPage page = new AuditPage(List.of(), false);

  /** Whether answers are kept back until {@link #answerNow}. */
  public boolean slow;

  private final List<Runnable> waiting = new ArrayList<>();

  public void answerNow() {
    List<Runnable> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(Runnable::run);
  }

  private void tell(Consumer<Answer> consumer) {
    if (slow) {
      waiting.add(() -> consumer.accept(answer));
    } else {
      consumer.accept(answer);
    }
  }

  @Override
  public String address() {
    return "https://chat.lojamirante.com.br";
  }

  @Override
  public ObservableList<UserRow> everybody() {
    return everybody;
  }

  @Override
  public ObservableList<SettingsRow> settings() {
    return settings;
  }

  @Override
  public void apply(Intent intent, Consumer<Answer> told) {
    asked.add(intent);
    tell(told);
  }

  @Override
  public void invite(
      String email, String name, Role role, @Nullable String password, Consumer<Answer> told) {
    invited.add(email + " " + name + " " + role + " " + password);
    tell(told);
  }

  @Override
  public void setPassword(UserId user, @Nullable String password, Consumer<Answer> told) {
    passwords.add(user);
    tell(told);
  }

  @Override
  public void audit(@Nullable String before, Consumer<@Nullable AuditPage> told) {
    audited.add(before);
    told.accept(page);
  }
}
