/** A trust that does not exist, made from a seed, and how it is loaded. */
@NullMarked
package org.uplift.stack.demonstration;

import org.jspecify.annotations.NullMarked;
