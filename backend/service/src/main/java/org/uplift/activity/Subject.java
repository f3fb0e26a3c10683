package org.uplift.activity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.uplift.access.Permission;
import org.uplift.platform.Problem;

/** What an activity is about, and the permission that lets somebody see it. */
public enum Subject {
    SCHOOL(Permission.READ_SCHOOLS),
    INSPECTION(Permission.READ_INSPECTIONS),
    OUTCOME(Permission.READ_OUTCOMES),
    IMPORT(Permission.READ_QUARANTINE),
    CYCLE(Permission.READ_CYCLES),
    PRIORITY(Permission.READ_CYCLES),
    ACTION(Permission.READ_CYCLES),
    TARGET(Permission.READ_CYCLES),
    CHECKPOINT(Permission.RECORD_CHECKPOINTS),
    ADJUSTMENT(Permission.READ_CYCLES),
    COMMENT(Permission.RECORD_CHECKPOINTS),
    EVALUATION(Permission.RECORD_CHECKPOINTS),
    PRACTICE(Permission.READ_CYCLES),
    EXPERT(Permission.CONFIRM_EXPERTISE),
    COMMISSION(Permission.READ_COMMISSIONS),
    PARTNER(Permission.KEEP_PARTNERS),
    NEED(Permission.READ_NEED),
    CONCERN(Permission.READ_CONCERNS),
    TIMETABLE(Permission.RECORD_CHECKPOINTS),
    TERM_DATES(Permission.READ_TERM_DATES),
    DELEGATION(Permission.READ_SCHEME),
    COMMITTEE(Permission.READ_COMMITTEES),
    MEETING(Permission.READ_MEETINGS),
    CHALLENGE(Permission.READ_MEETINGS),
    MEMBERSHIP(Permission.MANAGE_PEOPLE),
    INTEGRATION(Permission.MANAGE_INTEGRATIONS),
    WEBHOOK(Permission.MANAGE_INTEGRATIONS),
    DATA_SET(Permission.READ_PUPIL_ROWS);

    private final String permission;

    Subject(String permission) {
        this.permission = permission;
    }

    String permission() {
        return permission;
    }

    /** Whether it is seen by committee, and not by school. */
    boolean isOfCommittee() {
        return this == COMMITTEE || this == MEETING || this == CHALLENGE;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For query parameters. */
    public static Subject fromString(String code) {
        return Arrays.stream(values())
                .filter(subject -> subject.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/subject", "unknown-code", "\"" + code + "\" is not a subject of activities."));
    }
}
