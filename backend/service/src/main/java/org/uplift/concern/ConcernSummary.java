package org.uplift.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Concern",
        description =
                "A concern about a school. What people wrote of a restricted one stands on its own page alone, not in"
                        + " lists.",
        examples = """
        {"id": "01a227a0-29c2-7273-978e-13d412dd93de", "reference": "C-YY4V-D9GT", "schoolUrn": 900004,
         "schoolName": "Damson Green Primary School", "category": "staffing", "categoryLabel": "Staffing",
         "complaint": false, "restricted": false, "severity": "high", "status": "open", "direction": "steady",
         "title": "Two vacancies in key stage 2",
         "summary": "Two of four teachers of key stage 2 leave at the end of the term, and nobody has applied.",
         "raisedOn": "2026-11-19", "raisedBy": "Trust leader", "ageInDays": 1, "ownerDueOn": "2026-11-20",
         "overdue": false, "openActions": 0, "closingAsked": false, "legalHold": false, "handled": true,
         "closable": true, "version": 0}""")
record ConcernSummary(
        UUID id,

        @Schema(description = "The short name by which people speak of it", examples = "C-7Q2M-4XKD")
        String reference,

        Integer schoolUrn,
        @Nullable String schoolName,

        @Schema(examples = "attendance") String category,

        String categoryLabel,

        @Schema(description = "It goes through the stages of a complaint")
        boolean complaint,

        @Schema(description = "Where it comes from", examples = "parent") @Nullable
        String source,

        @Nullable String sourceLabel,

        @Schema(description = "For safeguarding leads and those whom they name alone")
        boolean restricted,

        Severity severity,
        ConcernStatus status,
        Direction direction,

        @Schema(description = "Absent in lists where it is restricted") @Nullable
        String title,

        @Schema(description = "As it was raised; absent in lists") @Nullable
        String summary,

        LocalDate raisedOn,
        String raisedBy,

        @Schema(description = "How many days since it was raised, or from then until it was closed")
        int ageInDays,

        @Nullable UUID ownerPersonId,
        @Nullable String ownerName,

        @Schema(description = "High or critical and without an owner: until when it needs one") @Nullable
        LocalDate ownerDueOn,

        @Schema(description = "When it is looked at again") @Nullable
        LocalDate reviewOn,

        @Schema(description = "What is due next in the stage of a complaint", examples = "Answer in writing") @Nullable
        String deadline,

        @Schema(description = "By when, in school days of the school") @Nullable
        LocalDate deadlineOn,

        @Schema(description = "Its day of review, that of a deadline, or the day on which it needs an owner is past")
        boolean overdue,

        int openActions,

        @Schema(description = "When the first of its open actions is due") @Nullable
        LocalDate nextActionOn,

        @Schema(description = "How it ended, or how it is to end when somebody else agrees") @Nullable
        String outcome,

        @Nullable String outcomeLabel,

        @Schema(description = "Absent in lists") @Nullable String closingSummary,

        @Schema(description = "Who closed it, or has asked to close it") @Nullable
        String closedBy,

        @Schema(description = "Somebody has asked to close it; somebody else has to agree")
        boolean closingAsked,

        @Nullable Instant closedAt,

        @Schema(description = "The concern that goes on with this one") @Nullable
        UUID mergedInto,

        @Schema(description = "From when it may be deleted") @Nullable
        LocalDate retainUntil,

        @Schema(description = "It is kept past that day") boolean legalHold,

        @Schema(description = "You may change it, not only read it and add to its chronology")
        boolean handled,

        @Schema(description = "You may agree to close it, or close it yourself")
        boolean closable,

        @Schema(description = "Revision, as in the ETag") int version) {}
