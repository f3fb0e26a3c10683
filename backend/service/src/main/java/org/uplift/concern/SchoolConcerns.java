package org.uplift.concern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConcernsOfSchool", description = "How many open concerns a school has.")
record SchoolConcerns(
        Integer schoolUrn,
        String schoolName,
        int open,

        @Schema(description = "Of them high or critical") int grave) {}
