/** What people are sent by e-mail: how much waits for them, and nothing that anybody has typed. */
@NullMarked
package org.uplift.digest;

import org.jspecify.annotations.NullMarked;
