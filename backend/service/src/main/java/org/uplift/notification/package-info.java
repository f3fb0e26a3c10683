/** What people are told in the app: written in the transaction of what happened, called by its name when it is read. */
@NullMarked
package org.uplift.notification;

import org.jspecify.annotations.NullMarked;
