/** What has to stay unread in the database: sealed with keys that are kept outside it. */
@NullMarked
package org.uplift.sealing;

import org.jspecify.annotations.NullMarked;
