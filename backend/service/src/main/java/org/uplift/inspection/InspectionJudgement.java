package org.uplift.inspection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The grade of one area, in the words of the framework.")
public record InspectionJudgement(
        @Schema(examples = "inclusion") String area,
        @Schema(examples = "Inclusion") String areaLabel,
        @Schema(examples = "strong-standard") String grade,
        @Schema(examples = "Strong standard") String gradeLabel) {}
