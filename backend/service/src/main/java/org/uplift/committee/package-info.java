/** The trust board and its committees: who is of them, their meetings, and the challenges that they raise. */
@NullMarked
package org.uplift.committee;

import org.jspecify.annotations.NullMarked;
