/** The register of schools: who they are, where they come from, what their intake is like. */
@NullMarked
package org.uplift.school;

import org.jspecify.annotations.NullMarked;
