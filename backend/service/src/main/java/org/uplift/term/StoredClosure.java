package org.uplift.term;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Why a day is closed, as it is stored. */
@Embeddable
record StoredClosure(@Nullable Integer schoolUrn, @Nullable Integer localAuthorityCode, String label) {}
