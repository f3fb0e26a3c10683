/** Documents for people who read on paper or by a screen reader: tagged PDF, with nothing in it that its reader may not see. */
@NullMarked
package org.uplift.report;

import org.jspecify.annotations.NullMarked;
