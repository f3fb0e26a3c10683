/**
 * What inspectorates have said of each school, in the framework in which they said it. Grades of one framework are never
 * turned into those of another, and no overall grade is made up where the inspectorate gives none.
 */
@NullMarked
package org.uplift.inspection;

import org.jspecify.annotations.NullMarked;
