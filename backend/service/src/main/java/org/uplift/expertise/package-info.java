/** Who in the trust is good at what, and how many days they have for others. */
@NullMarked
package org.uplift.expertise;

import org.jspecify.annotations.NullMarked;
