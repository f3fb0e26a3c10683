/**
 * Concerns about a school, from when somebody raises one until it is closed, and who may know of it. What people write is
 * sealed; a restricted concern is there for its safeguarding leads and its need-to-know list, and for nobody else.
 */
@NullMarked
package org.uplift.concern;

import org.jspecify.annotations.NullMarked;
