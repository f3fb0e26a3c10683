/**
 * Pupils, known by a pseudonym, and their results: how management information systems push them. What the rows add up to
 * is in {@code outcome}.
 */
@NullMarked
package org.uplift.pupil;

import org.jspecify.annotations.NullMarked;
