package org.uplift.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person in whose name the service works without a request. The memberships of the moment count, as always.
 *
 * @param subject what their tokens call them
 * @param roles those of the token with which they asked for the work
 */
public record Actor(
        String subject,
        String username,
        String name,
        @Nullable String email,
        Set<Role> roles) {}
