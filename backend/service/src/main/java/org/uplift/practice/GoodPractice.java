package org.uplift.practice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.access.SchoolOwned;
import org.uplift.evaluation.Evaluation;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** What has worked in a school, as it told the others. It is published and taken back, never changed. */
@Entity
class GoodPractice implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID evaluationId;
    private @Nullable Integer schoolUrn;

    /** As it is called when it publishes: those of other schools cannot look it up. */
    private @Nullable String schoolName;

    private String title;
    private String what;
    private @Nullable String area;
    private String impact;
    private @Nullable String context;
    private UUID publisherId;
    private String publisher;
    private LocalDate publishedOn;
    private @Nullable LocalDate withdrawnOn;
    private @Nullable String withdrawalReason;

    @Version
    private int version;

    protected GoodPractice() {}

    GoodPractice(
            Evaluation evaluation,
            @Nullable String schoolName,
            NewGoodPractice wanted,
            Person publisher,
            LocalDate today) {
        evaluation.requireSuccess();
        evaluationId = evaluation.id();
        schoolUrn = evaluation.schoolUrn();
        this.schoolName = schoolName;
        title = wanted.title().strip();
        what = wanted.what().strip();
        area = blankToNull(wanted.area());
        impact = wanted.impact().strip();
        context = blankToNull(wanted.context());
        publisherId = publisher.id();
        this.publisher = publisher.name();
        publishedOn = today;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Takes it back: others see it no longer. */
    void withdraw(String reason, LocalDate today) {
        if (withdrawnOn != null) {
            throw Problem.conflict("It was taken back on " + Words.day(withdrawnOn) + ".");
        }
        withdrawnOn = today;
        withdrawalReason = reason.strip();
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    int version() {
        return version;
    }
}
