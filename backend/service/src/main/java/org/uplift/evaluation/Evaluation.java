package org.uplift.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Person;
import org.uplift.access.SchoolOwned;
import org.uplift.cycle.Priority;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** How a priority came out in the eyes of people, and whether the next cycle goes on with it. Without a judgement it is a draft. */
@Entity
public class Evaluation implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Priority priority;

    private @Nullable Integer schoolUrn;

    @Enumerated(EnumType.STRING)
    private @Nullable Achievement judgement;

    private @Nullable String whatWorked;
    private @Nullable String whatDidNot;
    private @Nullable String lessons;
    private boolean carryForward;
    private UUID authorId;
    private String author;
    private Instant at;

    @Version
    private int version;

    protected Evaluation() {}

    Evaluation(Priority priority, EvaluationTerms terms, Person author, Instant now) {
        this.priority = priority;
        schoolUrn = priority.schoolUrn();
        take(terms, author, now);
    }

    /** Takes what people say now; its author is who said it last. */
    void change(EvaluationTerms terms, Person by, Instant now) {
        take(terms, by, now);
    }

    private void take(EvaluationTerms terms, Person by, Instant now) {
        priority.requireOpen();
        priority.cycle().requireEvaluating();
        if (terms.judgement() != null) {
            requireWords(terms);
        }
        judgement = terms.judgement();
        whatWorked = said(terms.whatWorked());
        whatDidNot = said(terms.whatDidNot());
        lessons = said(terms.lessons());
        carryForward = Boolean.TRUE.equals(terms.carryForward());
        authorId = by.id();
        author = by.name();
        at = now;
    }

    private static void requireWords(EvaluationTerms terms) {
        int most = Math.max(Words.written(terms.whatWorked()), Words.written(terms.whatDidNot()));
        if (most < Words.SHORTEST_NARRATIVE) {
            throw Problem.invalid(
                    "/whatWorked",
                    most == 0 ? "required" : "too-short",
                    "A judgement needs words: say what worked or what did not in " + Words.SHORTEST_NARRATIVE
                            + " characters at least; there are " + most + ".");
        }
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || Words.written(text) == 0 ? null : text.strip();
    }

    /** Refuses with 409 to tell others of what was not achieved, or not judged. */
    public void requireSuccess() {
        if (judgement == null || judgement == Achievement.NOT_ACHIEVED) {
            throw Problem.conflict("Good practice is what has worked: the priority is "
                    + (judgement == null ? "not judged yet." : judgement.words() + "."));
        }
    }

    EvaluationTerms terms() {
        return new EvaluationTerms(judgement, whatWorked, whatDidNot, lessons, carryForward);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    public UUID id() {
        return id;
    }

    public Priority priority() {
        return priority;
    }

    @Nullable
    Achievement judgement() {
        return judgement;
    }

    @Nullable
    String lessons() {
        return lessons;
    }

    boolean carryForward() {
        return carryForward;
    }

    String author() {
        return author;
    }

    Instant at() {
        return at;
    }

    int version() {
        return version;
    }
}
