package app.recado.client.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recado.client.cache.Durability;
import app.recado.client.cache.OutboxFile;
import app.recado.client.state.DialogQuery;
import app.recado.client.state.DialogQuery.Trait;
import app.recado.client.state.DialogQuery.Wait;
import app.recado.client.state.DialogQuery.Whose;
import app.recado.client.state.SavedView;
import app.recado.protocol.ChannelId;
import app.recado.protocol.Priority;
import app.recado.protocol.SessionStatus.Group;
import app.recado.protocol.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved views in a desk's own files. */
class DeskViewsTest {
  private static final DialogQuery EVERYTHING =
      DialogQuery.ALL
          .in(Set.of(Group.UNANSWERED, Group.CLOSED))
          .of(Whose.PERSON, new UserId("paula"))
          .through(Set.of(new ChannelId("loja")))
          .urgent(Set.of(Priority.URGENT))
          .tagged(List.of("VIP", "à vista"))
          .waiting(Wait.LATE)
          .with(Set.of(Trait.UNREAD, Trait.FOLLOWED))
          .by(DialogQuery.Order.PRIORITY);

  @TempDir Path folder;
  private DeskWorld world;

  @BeforeEach
  void open() {
    world = new DeskWorld(folder);
    world.time.settle();
  }

  private List<String> names() {
    return world.desk.views().all().stream().map(SavedView::name).toList();
  }

  @Test
  void outliveTheDeskAndItsCache() {
    SavedView kept = world.desk.views().add("Minhas VIP", EVERYTHING);
    world.desk.views().add("Ágeis", DialogQuery.ALL);
    world.time.settle();
    world.restart();
    world.time.settle();
    assertThat(names()).containsExactly("Ágeis", "Minhas VIP");
    assertThat(world.desk.views().all()).contains(kept);
  }

  @Test
  void areChangedAndDeletedForGood() {
    SavedView one = world.desk.views().add("Uma", EVERYTHING);
    SavedView two = world.desk.views().add("Outra", EVERYTHING);
    world.desk.views().save(new SavedView(one.id(), "Zebra", DialogQuery.ALL));
    world.desk.views().delete(two);
    world.time.settle();
    world.restart();
    world.time.settle();
    assertThat(names()).containsExactly("Zebra");
    assertThat(world.desk.views().all().getFirst().query()).isEqualTo(DialogQuery.ALL);
  }

  @Test
  void oneThatCannotBeReadCostsNoOther() {
    world.desk.views().add("Boa", EVERYTHING);
    world.time.settle();
    world.desk.crash();
    try (OutboxFile file = OutboxFile.open(folder, Durability.OFF)) {
      file.settings.set("view.broken", "{\"id\":\"broken\",\"name\":\"\",\"query\":{}}");
      file.settings.set("view.torn", "{\"id\":");
    }
    world.desk = world.open();
    world.time.settle();
    assertThat(names()).containsExactly("Boa");
  }

  @Test
  void haveANameThatFits() {
    for (String name : List.of("", " ", " a", "a ", "x".repeat(41))) {
      assertThatThrownBy(() -> new SavedView("id", name, DialogQuery.ALL))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
