/** What people say to each other about the parts of a cycle, and whom they mention. */
@NullMarked
package org.uplift.comment;

import org.jspecify.annotations.NullMarked;
