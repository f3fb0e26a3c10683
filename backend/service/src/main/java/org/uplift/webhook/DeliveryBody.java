package org.uplift.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent: an item of the changes, under the id of the delivery. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryBody(
        UUID delivery,
        Instant at,
        String kind,
        String id,
        @Nullable Integer schoolUrn,
        String what,
        @Nullable String href) {}
