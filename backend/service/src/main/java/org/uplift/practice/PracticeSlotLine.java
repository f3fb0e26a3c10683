package org.uplift.practice;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PracticeSlot", description = "A time at which others can come and see good practice.")
record PracticeSlotLine(
        UUID id,
        UUID practiceId,
        LocalDate day,
        LocalTime startsAt,
        LocalTime endsAt,
        @Schema(description = "How many people can come") int places,
        @Schema(description = "How many have booked") int taken,
        @Schema(description = "Where to go") String place,
        @Nullable String notes,
        @Nullable LocalDate cancelledOn,
        @Nullable String cancellationReason,
        @Schema(description = "It has begun, or is over") boolean past,

        @Schema(description = "Your own booking; absent where you have none") @Nullable
        UUID ownVisitId,

        @Schema(
                description =
                        "Who comes: for those who lead the school that shows it; others find themselves here alone")
        List<PracticeVisitLine> visits,

        @Schema(description = "Revision, as in the ETag") int version) {

    @Schema(name = "PracticeSlotList", description = "The latest first, 100 at most.")
    record Listed(List<PracticeSlotLine> results) {}
}
