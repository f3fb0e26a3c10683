package org.uplift.term;

import org.jspecify.annotations.Nullable;

/** Whose dates they are: those of a school, of the schools in a local authority, or of the trust where there is neither. */
record Whose(@Nullable Integer schoolUrn, @Nullable Integer localAuthorityCode) {
    static final Whose TRUST = new Whose(null, null);

    static Whose school(int urn) {
        return new Whose(urn, null);
    }

    static Whose localAuthority(int code) {
        return new Whose(null, code);
    }

    /** As it is written in sentences, behind what is said of them. */
    String words() {
        return localAuthorityCode == null ? "" : " in local authority " + localAuthorityCode;
    }
}
