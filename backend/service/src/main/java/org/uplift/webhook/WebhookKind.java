package org.uplift.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;

/**
 * What can be delivered: a part of the subjects of activities, by the same names. Concerns, people and their memberships,
 * comments, committees with their meetings and challenges, partners, and how machines are connected are left out: that they
 * change is itself nothing for another system. The database refuses them too.
 */
@Schema(description = "A kind of things of which a webhook can be told")
public enum WebhookKind {
    SCHOOL,
    INSPECTION,
    OUTCOME,
    IMPORT,
    CYCLE,
    PRIORITY,
    ACTION,
    TARGET,
    CHECKPOINT,
    ADJUSTMENT,
    EVALUATION,
    PRACTICE,
    NEED,
    COMMISSION,
    TIMETABLE,
    TERM_DATES,
    DELEGATION;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static WebhookKind fromString(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/kinds",
                        "unknown-code",
                        "\"" + code + "\" is no kind that leaves by a webhook; use "
                                + Arrays.stream(values()).map(WebhookKind::code).collect(Collectors.joining(", "))
                                + "."));
    }
}
