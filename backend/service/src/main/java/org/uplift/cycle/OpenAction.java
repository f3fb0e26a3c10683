package org.uplift.cycle;

import java.util.UUID;

/** An action that is neither done nor ended, of which nobody has said what becomes of it. */
record OpenAction(UUID id, String title) {
    String link() {
        return "/api/v1/actions/" + id;
    }
}
