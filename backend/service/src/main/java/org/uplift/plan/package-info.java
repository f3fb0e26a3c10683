/** A plan as a whole: what a cycle wants, how its targets stand, what is done, and which schools carry the trust's. */
@NullMarked
package org.uplift.plan;

import org.jspecify.annotations.NullMarked;
