/** How the priorities of a cycle came out: the facts, what people make of them, and what the next cycle takes over. */
@NullMarked
package org.uplift.evaluation;

import org.jspecify.annotations.NullMarked;
