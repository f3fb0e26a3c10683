package org.uplift.access;

/** Lists of people by what they may do in a school, or in the whole trust where there is none. */
public enum Directory {
    /** Who can lead something. */
    LEADS("leads"),
    /** Who reads the plans in full. */
    READERS("readers"),
    /** Who can own a concern that is not restricted. */
    CONCERN_OWNERS("concern_owners"),
    /** Who can own a restricted one. */
    SAFEGUARDING_LEADS("safeguarding_leads"),
    /** Everybody who works there. */
    COLLEAGUES("colleagues");

    private final String function;

    Directory(String function) {
        this.function = function;
    }

    /** The function of the database that lists them. */
    String function() {
        return function;
    }
}
