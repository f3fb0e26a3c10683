package org.uplift.access;

import java.util.UUID;

/** Somebody on a committee; its clerk has none. */
public record Seat(UUID personId, UUID committeeId) {}
