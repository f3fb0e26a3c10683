package org.uplift.delegation;

/** Another version of a line of the scheme of delegation has been recorded, or one that was to come taken back. */
record RuleAdopted(Decision decision) {}
