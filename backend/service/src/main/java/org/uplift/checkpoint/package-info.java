/** Monitoring checkpoints: what was looked at, how it was judged, and what two people have signed. */
@NullMarked
package org.uplift.checkpoint;

import org.jspecify.annotations.NullMarked;
