package org.uplift.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a data set can be asked by.
 *
 * @param columns of those whose codes are listed these with their labels, of the others nothing
 */
record Facets(Map<String, Map<String, String>> columns) {

    /** What is another than it was. */
    List<FacetChange> since(Facets before) {
        List<FacetChange> changes = new ArrayList<>();
        before.columns.forEach((column, codes) -> {
            Map<String, String> now = columns.get(column);
            if (now == null) {
                changes.add(new FacetChange(FacetChange.Kind.REMOVED, column, null, null));
                return;
            }
            codes.forEach((code, label) -> {
                if (!now.containsKey(code)) {
                    changes.add(new FacetChange(FacetChange.Kind.REMOVED, column, code, label));
                }
            });
        });
        columns.forEach((column, codes) -> {
            Map<String, String> then = before.columns.get(column);
            if (then == null) {
                changes.add(new FacetChange(FacetChange.Kind.ADDED, column, null, null));
                return;
            }
            codes.forEach((code, label) -> {
                if (!then.containsKey(code)) {
                    changes.add(new FacetChange(FacetChange.Kind.ADDED, column, code, label));
                } else if (!Objects.equals(then.get(code), label)) {
                    changes.add(new FacetChange(FacetChange.Kind.RELABELLED, column, code, label));
                }
            });
        });
        return changes;
    }
}
