package app.recado.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody changed of a channel: a field that is null stays as it is, so that two people who
 * change different fields both get their way. What can be absent is taken away by {@code clear}.
 *
 * @param hours the whole week
 * @param clear names of fields that are to hold nothing: the texts, {@code autoCloseSeconds}
 */
public record ChannelPatch(
    @Nullable String name,
    @Nullable Boolean active,
    @Nullable String zone,
    @Nullable Map<String, List<Opening>> hours,
    @Nullable String welcomeText,
    @Nullable String offHoursText,
    @Nullable String noAnswerText,
    @Nullable Integer noAnswerAfterSeconds,
    @Nullable String closeText,
    @Nullable Boolean askRating,
    @Nullable Integer ratingWaitSeconds,
    @Nullable Integer autoCloseSeconds,
    @Nullable AgentShown agentShown,
    @Nullable Integer firstReplyTargetSeconds,
    @Nullable Integer nextReplyTargetSeconds,
    List<String> clear) {
  public ChannelPatch {
    hours = hours == null ? null : SettingsRow.byDay(hours);
    clear = clear == null ? List.of() : List.copyOf(clear);
  }
}
