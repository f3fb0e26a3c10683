package org.uplift.ingest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a row. */
public enum RowOutcome {
    CREATED('c'),
    UPDATED('u'),
    UNCHANGED('s'),
    REJECTED('r'),
    QUARANTINED('q');

    private static final RowOutcome[] ALL = values();

    private final char letter;

    RowOutcome(char letter) {
        this.letter = letter;
    }

    /** What it is stored as where there are many. */
    char letter() {
        return letter;
    }

    static RowOutcome of(char letter) {
        for (RowOutcome outcome : ALL) {
            if (outcome.letter == letter) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("No outcome is stored as " + letter);
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static RowOutcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
