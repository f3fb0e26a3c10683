/**
 * Changes that are delivered by themselves to addresses that an administrator has registered: signed, thin, and of a closed list
 * of kinds.
 */
@NullMarked
package org.uplift.webhook;

import org.jspecify.annotations.NullMarked;
