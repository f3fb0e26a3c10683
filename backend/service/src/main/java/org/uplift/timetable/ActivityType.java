package org.uplift.timetable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** A kind of activity of the trust's code list. It is ended, never deleted: what was planned by it keeps it. */
@Entity
@DynamicUpdate
class ActivityType {
    private static final int LONGEST_CODE = 40;

    @Id
    private String code;

    private String label;

    @Column(updatable = false)
    private int position;

    @Column(updatable = false)
    private boolean ofTrust;

    private boolean attended;

    @Column(updatable = false)
    private @Nullable String checkpointType;

    private @Nullable Integer minutes;

    @Column(name = "valid_from", updatable = false)
    private LocalDate from;

    @Column(name = "valid_until")
    private @Nullable LocalDate until;

    @Version
    private int version;

    protected ActivityType() {}

    ActivityType(String code, int position, NewActivityType wanted, LocalDate from) {
        if (wanted.ofTrust() && wanted.checkpointType() != null) {
            throw Problem.invalid(
                    "/checkpointType",
                    "of-trust",
                    "Checkpoints are of schools; that an activity of the trust was held is said by somebody.");
        }
        this.code = code;
        this.position = position;
        this.from = from;
        ofTrust = wanted.ofTrust();
        checkpointType = wanted.checkpointType();
        set(wanted.terms());
    }

    /** What a label gives for a code: its letters and digits without accents, in words; empty where it has none. */
    static String codeOf(String label) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}'’]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return plain.substring(0, Math.min(LONGEST_CODE, plain.length())).replaceAll("^-|-$", "");
    }

    /** Takes what people say now. */
    void change(ActivityTypeTerms terms) {
        if (terms.validUntil() != null && terms.validUntil().isBefore(from)) {
            throw Problem.invalid(
                    "/validUntil",
                    "before-start",
                    Words.day(terms.validUntil()) + " is before " + Words.day(from) + ", from when on it is in use.");
        }
        set(terms);
    }

    private void set(ActivityTypeTerms terms) {
        label = terms.label().strip();
        attended = terms.attended();
        minutes = terms.minutes();
        until = terms.validUntil();
    }

    ActivityTypeTerms terms() {
        return new ActivityTypeTerms(label, attended, minutes, until);
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    int position() {
        return position;
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

    int version() {
        return version;
    }

    ActivityTypeLine line() {
        return new ActivityTypeLine(code, label, ofTrust, attended, checkpointType, minutes, from, until, version);
    }
}
