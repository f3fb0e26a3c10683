/**
 * Improvement cycles: what a school, or the trust, wants to improve in an academic year, why, and how far it has come
 * with that. A cycle moves through stages; a gate before each lists what is still missing.
 */
@NullMarked
package org.uplift.cycle;

import org.jspecify.annotations.NullMarked;
