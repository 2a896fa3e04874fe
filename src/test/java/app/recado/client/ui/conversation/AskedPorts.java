package app.recado.client.ui.conversation;

import app.recado.client.platform.FileSaving;
import app.recado.client.state.TimelineEntry;
import app.recado.protocol.CommandId;
import app.recado.protocol.DialogId;
import app.recado.protocol.MessageId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what the conversation asks of its neighbours. */
final class AskedPorts implements Ports {
  final List<String> asked = new ArrayList<>();

  @Override
  public void chooseTransfer(DialogId dialog) {
    asked.add("transfer " + dialog);
  }

  @Override
  public void chooseInvite(DialogId dialog) {
    asked.add("invite " + dialog);
  }

  @Override
  public void chooseTags(DialogId dialog) {
    asked.add("tags " + dialog);
  }

  @Override
  public void choosePriority(DialogId dialog) {
    asked.add("priority " + dialog);
  }

  @Override
  public void chooseSnooze(DialogId dialog) {
    asked.add("snooze " + dialog);
  }

  @Override
  public void quote(TimelineEntry.Message message) {
    asked.add("quote " + message.key());
  }

  @Override
  public void edit(TimelineEntry.Message message) {
    asked.add("edit " + message.key());
  }

  @Override
  public void keep(TimelineEntry.Message message) {
    asked.add("keep " + message.row().id());
  }

  @Override
  public void takeBack(DialogId dialog, @Nullable CommandId message) {
    asked.add("takeBack " + dialog + (message == null ? "" : " " + message));
  }

  @Override
  public void callBack(DialogId dialog, MessageId message) {
    asked.add("callBack " + dialog + " " + message);
  }

  @Override
  public void write() {
    asked.add("write");
  }

  @Override
  public void reopen(DialogId dialog) {
    asked.add("reopen " + dialog);
  }

  @Override
  public void openWindow(DialogId dialog) {
    asked.add("window " + dialog);
  }

  @Override
  public void browse(URI page) {
    asked.add("browse " + page);
  }

  @Override
  public void save(String name, FileSaving.Content content) {
    asked.add("save " + name);
  }

  @Override
  public void copy(String text) {
    asked.add("copy " + text);
  }
}
