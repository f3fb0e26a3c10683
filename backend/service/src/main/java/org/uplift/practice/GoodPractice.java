package org.uplift.practice;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.access.SchoolOwned;
import org.uplift.evaluation.Evaluation;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/**
 * What has worked in a school, or in the trust, as it told the others: from an evaluation or as somebody wrote it. Its school
 * keeps it, looks at it again, and retires it when it is no longer done so.
 */
@Entity
class GoodPractice implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private @Nullable UUID evaluationId;
    private @Nullable Integer schoolUrn;

    /** As it is called when it publishes: those of other schools cannot look it up. */
    private @Nullable String schoolName;

    private String title;
    private String what;
    private @Nullable String area;
    private String impact;
    private @Nullable String context;
    private @Nullable String evidence;
    private @Nullable UUID contactId;
    private @Nullable String contact;
    private UUID publisherId;
    private String publisher;
    private LocalDate publishedOn;
    private LocalDate reviewOn;
    private @Nullable LocalDate reviewedOn;
    private @Nullable LocalDate withdrawnOn;
    private @Nullable String withdrawalReason;

    @ElementCollection
    @CollectionTable(name = "practice_measure", joinColumns = @JoinColumn(name = "practice_id"))
    @OrderColumn(name = "position")
    private List<MeasureKey> measures = new ArrayList<>();

    @Version
    private int version;

    protected GoodPractice() {}

    /** From what came of a priority. */
    GoodPractice(
            Evaluation evaluation,
            @Nullable String schoolName,
            GoodPracticeTerms terms,
            @Nullable Person contact,
            Person publisher,
            LocalDate today) {
        this(evaluation.schoolUrn(), schoolName, terms, contact, publisher, today);
        evaluation.requireSuccess();
        evaluationId = evaluation.id();
    }

    /** As somebody wrote it. */
    GoodPractice(
            @Nullable Integer schoolUrn,
            @Nullable String schoolName,
            GoodPracticeTerms terms,
            @Nullable Person contact,
            Person publisher,
            LocalDate today) {
        this.schoolUrn = schoolUrn;
        this.schoolName = schoolName;
        publisherId = publisher.id();
        this.publisher = publisher.name();
        publishedOn = today;
        set(terms, contact, today);
    }

    /** Takes what its school says now. */
    void change(GoodPracticeTerms terms, @Nullable Person contact, LocalDate today) {
        requireInUse();
        set(terms, contact, today);
    }

    private void set(GoodPracticeTerms terms, @Nullable Person contact, LocalDate today) {
        if (!terms.reviewOn().equals(reviewOn)) {
            requireAhead(terms.reviewOn(), "/reviewOn", today);
        }
        title = terms.title().strip();
        what = terms.what().strip();
        area = blankToNull(terms.area());
        impact = terms.impact().strip();
        context = blankToNull(terms.context());
        evidence = blankToNull(terms.evidence());
        contactId = contact == null ? null : contact.id();
        this.contact = contact == null ? null : contact.name();
        reviewOn = terms.reviewOn();
    }

    /** It was looked at again, and is still done so. */
    void review(LocalDate next, LocalDate today) {
        requireInUse();
        requireAhead(next, "/nextOn", today);
        reviewedOn = today;
        reviewOn = next;
    }

    private static void requireAhead(LocalDate day, String path, LocalDate today) {
        if (!day.isAfter(today)) {
            throw Problem.invalid(path, "not-ahead", Words.day(day) + " is not after today; choose a later day.");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Names the measures by which one knows that it works; the trust has none of its own. */
    void name(List<MeasureKey> named) {
        requireInUse();
        if (schoolUrn == null && !named.isEmpty()) {
            throw Problem.invalid("/measures", "of-trust", "Measures are of schools; the trust's entries name none.");
        }
        if (Set.copyOf(named).size() < named.size()) {
            throw Problem.invalid("/measures", "repeated", "A measure is named twice; name each once.");
        }
        measures.clear();
        measures.addAll(named);
    }

    List<MeasureKey> measures() {
        return List.copyOf(measures);
    }

    /** Retires it: others see it no longer. */
    void withdraw(String reason, LocalDate today) {
        requireInUse();
        withdrawnOn = today;
        withdrawalReason = reason.strip();
    }

    void requireInUse() {
        if (withdrawnOn != null) {
            throw Problem.conflict("It was retired on " + Words.day(withdrawnOn) + ".");
        }
    }

    GoodPracticeTerms terms() {
        return new GoodPracticeTerms(title, what, area, impact, context, evidence, contactId, reviewOn);
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

    @Nullable
    UUID contactId() {
        return contactId;
    }

    int version() {
        return version;
    }
}
