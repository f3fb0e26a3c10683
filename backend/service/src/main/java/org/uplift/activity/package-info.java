/** Who did what, when and why: one append-only record, written in the transaction of the change. */
@NullMarked
package org.uplift.activity;

import org.jspecify.annotations.NullMarked;
