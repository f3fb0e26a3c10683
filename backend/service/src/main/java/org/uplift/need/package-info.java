/** How much support each school needs, each term, why, and what people made of it: indicators, assessments, moderation. */
@NullMarked
package org.uplift.need;

import org.jspecify.annotations.NullMarked;
