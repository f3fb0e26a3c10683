/** Data sets for analysts: what there is in each, questions to it, and its rows as files. */
@NullMarked
package org.uplift.dataset;

import org.jspecify.annotations.NullMarked;
