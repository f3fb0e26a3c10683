/** What is measured, and what came out: published values, values computed from pupil rows, and what they are elsewhere. */
@NullMarked
package org.uplift.outcome;

import org.jspecify.annotations.NullMarked;
