package org.uplift.committee;

import java.util.List;

/** What puts on agendas what is computed, or what a clerk does not read. */
public interface AgendaSource {
    /**
     * What is due on an agenda today as a member of the committee may see it, in its order. It is asked with the sight of a member, in a
     * transaction of its own.
     */
    List<DueItem> due();
}
