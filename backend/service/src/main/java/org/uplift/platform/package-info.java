/** What every part rests on and that knows no domain: problems, paging, revisions, the clock, the contract. */
@NullMarked
package org.uplift.platform;

import org.jspecify.annotations.NullMarked;
