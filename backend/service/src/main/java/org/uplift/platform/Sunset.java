package org.uplift.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that goes on for those who have built on it, and ends. The contract marks it as deprecated and says since
 * when, until when and what to use instead; its answers say when by the headers of RFC 9745 and RFC 8594.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Sunset {
    /** The day of the release that says so, as 2026-12-01. */
    String since();

    /** The last day on which it answers: 31 August, at least twelve months later. */
    String until();

    /** What to use, as the end of a sentence that begins with "Use". */
    String instead();
}
