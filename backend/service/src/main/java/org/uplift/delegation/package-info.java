/** The scheme of delegation: who decides what, who recommends it, and what was asked and decided under it. */
@NullMarked
package org.uplift.delegation;

import org.jspecify.annotations.NullMarked;
