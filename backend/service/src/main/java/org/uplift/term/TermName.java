package org.uplift.term;

/** Which term of the year. */
enum TermName {
    AUTUMN,
    SPRING,
    SUMMER
}
