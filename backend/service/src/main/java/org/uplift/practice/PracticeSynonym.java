package org.uplift.practice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.uplift.platform.Problem;

/** Two words or phrases that mean the same in schools. It is added and taken away, never changed. */
@Entity
@Immutable
class PracticeSynonym {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String term;
    private String means;

    protected PracticeSynonym() {}

    PracticeSynonym(NewPracticeSynonym wanted) {
        term = wanted.term().strip();
        means = wanted.means().strip();
        if (term.equalsIgnoreCase(means)) {
            throw Problem.invalid(
                    "/means", "same", "\"" + means + "\" is the same word; give another one that means it.");
        }
    }

    PracticeSynonymLine line() {
        return new PracticeSynonymLine(id, term, means);
    }
}
