/** Good practice: what has worked in one school, for all of them to learn from. */
@NullMarked
package org.uplift.practice;

import org.jspecify.annotations.NullMarked;
