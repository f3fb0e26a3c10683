package org.uplift.ingest;

import java.util.Optional;

/** What a machine may send; asked in a transaction of the request, and again when a job of its file begins. */
public interface SenderRules {
    /**
     * Refuses with 403, and says why, what the caller is not registered to send. People are bound by their memberships alone.
     *
     * @return what people call the registered machine that asks; nothing for people
     */
    Optional<String> check(String kind);
}
