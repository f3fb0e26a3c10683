/** Targets of priorities. Nobody types how a target stands: it is computed from the outcomes, by one rule. */
@NullMarked
package org.uplift.target;

import org.jspecify.annotations.NullMarked;
