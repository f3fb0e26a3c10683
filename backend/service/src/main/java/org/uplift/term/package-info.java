/** When schools are open: terms, closed days and bank holidays, and the school days that follow from them. */
@NullMarked
package org.uplift.term;

import org.jspecify.annotations.NullMarked;
