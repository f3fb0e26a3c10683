package org.uplift.delegation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DelegationScheme", description = "The scheme of delegation on a day: who decides what.")
record SchemeDetail(
        LocalDate on,

        @Schema(description = "One line for each decision that is reserved for somebody")
        List<RuleSummary> rules) {}
