/** The things of a cycle by kind, id and name, for whoever speaks of them without being of their domain. */
@NullMarked
package org.uplift.thing;

import org.jspecify.annotations.NullMarked;
