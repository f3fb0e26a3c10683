package org.uplift.need;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of a moderation. */
@Schema(
        description =
                "What has become of a moderation: waiting for a second person, in force, refused, withdrawn before it was"
                        + " decided, or past because another one or the computed level has taken its place")
public enum ModerationState {
    WAITING,
    IN_FORCE,
    REFUSED,
    WITHDRAWN,
    PAST;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
