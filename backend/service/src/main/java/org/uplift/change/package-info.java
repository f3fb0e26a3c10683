/**
 * What has changed, for machines that stay in step: one feed over all that the caller may see, thin, in the order in which it
 * was committed.
 */
@NullMarked
package org.uplift.change;

import org.jspecify.annotations.NullMarked;
