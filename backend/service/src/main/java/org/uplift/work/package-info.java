/** What each person has to do next: one list, to which every domain contributes what waits for them there. */
@NullMarked
package org.uplift.work;

import org.jspecify.annotations.NullMarked;
