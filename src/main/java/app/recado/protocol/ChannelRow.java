package app.recado.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel as its agents see it.
 *
 * @param key the public name used in the address of its chat page
 * @param active whether conversations can go on in it
 * @param firstReplyTargetSeconds how long a customer should wait at most for the first reply
 * @param nextReplyTargetSeconds likewise for each reply after it; an absent one is as the first
 */
public record ChannelRow(
    ChannelId id,
    String key,
    String name,
    boolean active,
    Queue queue,
    List<Connector> connectors,
    int firstReplyTargetSeconds,
    int nextReplyTargetSeconds)
    implements Row {
  public ChannelRow {
    Required.all(id, key, name, queue);
    connectors = List.copyOf(connectors);
    if (nextReplyTargetSeconds == 0) {
      nextReplyTargetSeconds = firstReplyTargetSeconds;
    }
  }

  /**
   * @param nextAfterSeconds how long one agent is offered a dialog
   * @param cap how many open dialogs an agent may have before being skipped; null for no cap
   */
  public record Queue(
      QueueMode mode, List<UserId> agents, int nextAfterSeconds, @Nullable Integer cap) {
    public Queue {
      Required.all(mode);
      agents = List.copyOf(agents);
    }
  }

  /**
   * @param kind {@code website} and later others
   * @param editSeconds how long after sending a message may be edited; null for always, 0 for never
   * @param deleteSeconds likewise for deleting
   */
  public record Connector(
      ConnectorId id,
      String kind,
      String name,
      boolean on,
      @Nullable Integer editSeconds,
      @Nullable Integer deleteSeconds) {
    public Connector {
      Required.all(id, kind, name);
    }
  }

  @Override
  public RowKind kind() {
    return RowKind.CHANNEL;
  }

  @Override
  public String rowId() {
    return id.value();
  }
}
