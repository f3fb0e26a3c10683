/**
 * How data comes in: requests that can be repeated safely, jobs, answers row by row, files of comma-separated values,
 * and the quarantine. It knows nothing of what the rows mean; that belongs to the parts that own them.
 */
@NullMarked
package org.uplift.ingest;

import org.jspecify.annotations.NullMarked;
