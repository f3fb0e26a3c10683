package org.uplift.term;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "HalfTerm", description = "Half of a term, from its first day to its last.")
public record HalfTermDates(
        TermName term,

        @Schema(description = "1 before half-term, 2 after it")
        int half,

        LocalDate firstDay,
        LocalDate lastDay,

        @Schema(description = "The terms of the year are not known")
        boolean assumed) {}
