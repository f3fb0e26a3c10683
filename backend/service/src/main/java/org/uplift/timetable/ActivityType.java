package org.uplift.timetable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A kind of activity of the trust's code list. */
@Entity
@Immutable
class ActivityType {
    @Id
    private String code;

    private String label;
    private int position;
    private boolean ofTrust;
    private boolean attended;
    private @Nullable String checkpointType;
    private @Nullable Integer minutes;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private @Nullable LocalDate until;

    protected ActivityType() {}

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    /** Of the trust as a whole, not of each school. */
    boolean isOfTrust() {
        return ofTrust;
    }

    /** Whether a checkpoint completes it; otherwise somebody says that it was held. */
    boolean isCheckpoint() {
        return checkpointType != null;
    }

    @Nullable
    Integer minutes() {
        return minutes;
    }

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    ActivityTypeLine line() {
        return new ActivityTypeLine(code, label, ofTrust, attended, checkpointType, minutes, from, until);
    }
}
