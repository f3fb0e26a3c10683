/** Support for schools: from inside the trust first, from outside where necessary, and what came of it for both parties. */
@NullMarked
package org.uplift.commission;

import org.jspecify.annotations.NullMarked;
