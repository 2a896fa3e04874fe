package app.recado.client.ui.files;

import app.recado.client.state.FileTransfer;
import app.recado.client.sync.DeskFiles;
import app.recado.protocol.Attachment;
import app.recado.protocol.FileId;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.MapChangeListener;
import javafx.collections.WeakMapChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The files of one message. */
public final class FileBox extends VBox {
  private final DeskFiles files;
  private final PictureOpener opener;
  private final FileWords words = new FileWords();
  private final List<FileCard> cards = new ArrayList<>();

  // The map outlives every row of the timeline, so it holds on to none of them.
  private final MapChangeListener<FileId, FileTransfer> moved = this::moved;
  private List<Attachment> shown = List.of();

  public FileBox(DeskFiles files, PictureOpener opener) {
    this.files = files;
    this.opener = opener;
    getStyleClass().add("file-box");
    files.transfers().addListener(new WeakMapChangeListener<>(moved));
  }

  /** Shows these files; what is shown already stays as it is. */
  public void show(List<Attachment> attachments) {
    if (attachments.equals(shown)) {
      return;
    }
    shown = List.copyOf(attachments);
    cards.clear();
    getChildren().setAll(shown.stream().map(this::node).toList());
  }

  private Node node(Attachment file) {
    Integer width = file.width();
    Integer height = file.height();
    boolean small = files.isHere(file.id()) || file.size() <= PictureView.FETCHED_UNASKED;
    if (file.isImage() && width != null && height != null && small) {
      return new PictureView(files, file, width, height, opener);
    }
    FileCard card = new FileCard(files, words, file, () -> FileLook.save(this, files, file));
    cards.add(card);
    return card;
  }

  private void moved(MapChangeListener.Change<? extends FileId, ? extends FileTransfer> change) {
    for (FileCard card : cards) {
      if (card.file().id().equals(change.getKey())) {
        card.show(change.getMap().get(change.getKey()));
      }
    }
  }
}
