package org.uplift.pupil;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.Scope;
import org.uplift.ingest.CsvRow;

/** For which schools the caller may push. */
@ApplicationScoped
class Registration {
    @Inject
    Caller caller;

    @Inject
    PupilStore store;

    /** The schools of some rows that are in the register and for which the caller may push, held for this transaction. */
    Set<Integer> of(List<CsvRow> rows) {
        Scope scope = caller.scope(Permission.PUSH_RESULTS);
        Set<Integer> wanted = new HashSet<>();
        for (CsvRow row : rows) {
            String urn = row.value("schoolUrn");
            if (urn != null && urn.matches("\\d{6}") && scope.covers(Integer.valueOf(urn))) {
                wanted.add(Integer.valueOf(urn));
            }
        }
        return hold(wanted);
    }

    /** Of these schools, those that are in the register, held for this transaction. */
    Set<Integer> hold(Collection<Integer> urns) {
        Set<Integer> registered = store.registered(urns);
        store.lock(registered);
        return registered;
    }
}
