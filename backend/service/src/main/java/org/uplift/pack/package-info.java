/** Packs: what a committee is told of its schools for a meeting, assembled from live data and frozen. */
@NullMarked
package org.uplift.pack;

import org.jspecify.annotations.NullMarked;
