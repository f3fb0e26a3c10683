package org.uplift.cycle;

import java.util.UUID;

/** What the gates ask of a priority. */
record PriorityState(UUID id, String title, boolean rationale, boolean lead, int evidence, int targets) {
    String link() {
        return "/api/v1/priorities/" + id;
    }
}
