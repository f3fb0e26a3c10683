/** Makes any number of rows of schools that do not exist, and measures the service with them. */
@NullMarked
package org.uplift.bench;

import org.jspecify.annotations.NullMarked;
