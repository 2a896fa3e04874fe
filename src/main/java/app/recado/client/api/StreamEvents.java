package app.recado.client.api;

import app.recado.client.api.RelayApi.StreamListener;
import app.recado.protocol.Json;
import app.recado.protocol.PresenceEvent;
import app.recado.protocol.Signal;
import app.recado.protocol.SyncPage;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import org.jspecify.annotations.Nullable;

/** Turns server-sent events into calls on the engine's thread. */
final class StreamEvents extends EventSourceListener {
  private final StreamListener listener;
  private final Executor callbacks;
  private final AtomicBoolean over;

  StreamEvents(StreamListener listener, Executor callbacks, AtomicBoolean over) {
    this.listener = listener;
    this.callbacks = callbacks;
    this.over = over;
  }

  @Override
  public void onOpen(EventSource source, Response response) {
    hand(listener::opened);
  }

  @Override
  public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
    try {
      switch (type == null ? "" : type) {
        case "changes" -> {
          SyncPage page = SyncPage.fromJson(data);
          hand(() -> listener.changes(page));
        }
        case "typing", "viewing" -> {
          Signal signal = Json.read(data, Signal.class);
          hand(() -> listener.signal(signal));
        }
        case "presence" -> {
          PresenceEvent event = Json.read(data, PresenceEvent.class);
          hand(() -> listener.presence(event));
        }
        default -> hand(listener::alive);
      }
    } catch (JsonParseException | IllegalArgumentException e) {
      source.cancel();
      end(new ApiException.Malformed("an event that is not the relay's", e));
    }
  }

  @Override
  public void onClosed(EventSource source) {
    end(new ApiException.Unreachable("the stream ended", null));
  }

  @Override
  public void onFailure(
      EventSource source, @Nullable Throwable failure, @Nullable Response response) {
    end(problem(failure, response));
  }

  private static ApiException problem(@Nullable Throwable failure, @Nullable Response response) {
    if (response == null || failure instanceof IOException) {
      return new ApiException.Unreachable("the stream broke off", failure);
    }
    try (response) {
      return response.isSuccessful()
          ? new ApiException.Malformed("a stream that is not the relay's", failure)
          : Answers.problem(response);
    } catch (IOException e) {
      return new ApiException.Unreachable("the answer broke off", e);
    }
  }

  /** The listener's last call. */
  private void end(ApiException problem) {
    callbacks.execute(() -> {
      if (!over.getAndSet(true)) {
        listener.closed(problem);
      }
    });
  }

  private void hand(Runnable event) {
    callbacks.execute(() -> {
      if (!over.get()) {
        event.run();
      }
    });
  }
}
