/**
 * The year's quality improvement process: the template by which it runs, what is planned for each school and for the trust,
 * and how it went, which follows from what was recorded.
 */
@NullMarked
package org.uplift.timetable;

import org.jspecify.annotations.NullMarked;
