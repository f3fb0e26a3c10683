package org.uplift.practice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.uplift.platform.Problem;

/** What means the same to who searches good practice. It is nobody's school data. */
@ApplicationScoped
class PracticeSynonyms implements PanacheRepositoryBase<PracticeSynonym, UUID> {
    /** So many are looked through with each search. */
    private static final int MOST = 500;

    List<PracticeSynonymLine> inOrder() {
        return list("order by lower(term), lower(means)").stream()
                .map(PracticeSynonym::line)
                .toList();
    }

    /** Adds one; refuses one that is there, and one too many. */
    PracticeSynonym add(NewPracticeSynonym wanted) {
        PracticeSynonym synonym = new PracticeSynonym(wanted);
        PracticeSynonymLine line = synonym.line();
        if (count("lower(term) = lower(?1) and lower(means) = lower(?2)", line.term(), line.means()) > 0) {
            throw Problem.conflict("That \"" + line.term() + "\" means \"" + line.means() + "\" is known already.");
        }
        if (count() >= MOST) {
            throw Problem.conflict("There are " + MOST + " already; take one away first.");
        }
        persistAndFlush(synonym);
        return synonym;
    }
}
