package org.uplift.delegation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DelegationScheme", description = "The scheme of delegation on a day: who decides what.")
record SchemeDetail(
        LocalDate on,

        @Schema(description = "The lines of each decision that is reserved for somebody, those of a lower cost first")
        List<RuleSummary> rules) {}
