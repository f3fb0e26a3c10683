package org.uplift.thing;

import org.jspecify.annotations.Nullable;

/**
 * A thing as its reader may see it.
 *
 * @param title what it is called; of a checkpoint its type and day, which is all that every reader sees
 */
public record Thing(
        Reference reference,
        String title,
        @Nullable Integer schoolUrn,
        @Nullable String schoolName) {}
