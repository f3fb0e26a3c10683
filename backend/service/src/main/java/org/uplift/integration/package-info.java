/**
 * Machines that send data: which client of the identity provider may send which rows for which schools, whom to ask
 * about it, whether it does; and how complete and how fresh the data of each school is.
 */
@NullMarked
package org.uplift.integration;

import org.jspecify.annotations.NullMarked;
