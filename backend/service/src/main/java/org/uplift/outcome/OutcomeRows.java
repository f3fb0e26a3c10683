package org.uplift.outcome;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Analysis;
import org.uplift.access.Scope;

/** Outcomes as a statement for questions about many of them; what is hidden is hidden in it, whatever is then done with its rows. */
public final class OutcomeRows {
    static final String TELLS = HeadlineMeasures.file("tells.sql");

    private static final String ROWS = HeadlineMeasures.file("outcome-rows.sql");
    private static final String HIDING = HeadlineMeasures.file("hiding.sql");
    private static final String KNOWN = HeadlineMeasures.file("known.sql");

    private OutcomeRows() {}

    /**
     * A statement that gives the outcomes of the schools that {@code {scope:…}} in it stands for. {@link HiddenCells} have to be
     * found out before.
     *
     * @param pupils where the reader sees the pupils, from whom nothing is hidden there
     * @param moment as they were known then; as they are now where there is none
     */
    public static String of(Scope pupils, @Nullable Instant moment) {
        String known = moment == null ? "outcome" : KNOWN.replace("{moment}", "timestamptz '" + moment + "'");
        String rows = moment == null ? ROWS : ROWS + " and not o.gone";
        if (pupils.trust()) {
            return rows.replace("{known}", known).replace("{hiding}", "").replace("{hidden}", "false");
        }
        String hidden = "(o.source <> 'published' and not " + Analysis.covers("o.school_urn", pupils)
                + " and (h.school_urn is not null or r.hidden_at is distinct from r.revision"
                + (moment == null ? "" : " or o.passed and " + TELLS) + "))";
        return rows.replace("{known}", known).replace("{hiding}", HIDING).replace("{hidden}", hidden);
    }
}
