/** PostgreSQL and Keycloak as they are in production, without containers: for running locally and for tests. */
@NullMarked
package org.uplift.stack;

import org.jspecify.annotations.NullMarked;
