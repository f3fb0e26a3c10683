package org.uplift.inspection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.FieldError;
import org.uplift.platform.Problem;

/** An inspection that a person records or corrects. Codes may be given as code or as label. */
@Schema(
        description =
                "An inspection to record, in the codes or labels of its framework. What the framework does not say is refused.")
record RecordInspection(
        @Schema(description = "One of those of `/inspection-frameworks`", examples = "siams") @NotBlank @Size(max = 100)
        String framework,

        @Schema(examples = "section-48") @NotBlank @Size(max = 100)
        String inspectionType,

        @Schema(
                description =
                        "The URN inspected, where it was the one that the school had before; else the school's own")
        @Min(100000)
        @Max(999999)
        @Nullable
        Integer inspectedUrn,

        @NotNull LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate publicationDate,

        @Schema(description = "Only for inspections that began before 2 September 2024") @Size(max = 100) @Nullable
        String overallEffectiveness,

        @Schema(examples = "School remains Good") @Size(max = 300) @Nullable
        String ungradedOutcome,

        @Size(max = 100) @Nullable String safeguarding,
        @Size(max = 100) @Nullable String categoryOfConcern,
        @Size(max = 20) @Nullable List<@NotNull @Valid GivenJudgement> judgements,

        @Schema(description = "The inspectorate's page")
        @Size(max = WebLink.LONGEST)
        @Pattern(regexp = WebLink.PATTERN, message = "must be a link that begins with http:// or https://")
        @Nullable
        String webLink) {

    static RecordInspection of(InspectionFacts facts) {
        return new RecordInspection(
                facts.framework(),
                facts.inspectionType(),
                facts.inspectedUrn(),
                facts.startDate(),
                facts.endDate(),
                facts.publicationDate(),
                facts.overallEffectiveness(),
                facts.ungradedOutcome(),
                facts.safeguarding(),
                facts.categoryOfConcern(),
                facts.judgements().entrySet().stream()
                        .map(judgement -> new GivenJudgement(judgement.getKey(), judgement.getValue()))
                        .toList(),
                facts.webLink());
    }

    /** The facts in the codes of the framework; 422 with every rule that does not hold. */
    InspectionFacts facts(Framework known, int schoolUrn, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        List<GivenJudgement> given = judgements == null ? List.of() : judgements;
        Map<String, String> grades = new LinkedHashMap<>();
        Map<String, String> paths = new LinkedHashMap<>();
        for (int at = 0; at < given.size(); at++) {
            String area = code(known.areas(), given.get(at).area());
            if (grades.put(area, code(known.grades(), given.get(at).grade())) != null) {
                errors.add(new FieldError(
                        "/judgements/" + at + "/area", "duplicate", "There are two grades for \"" + area + "\"."));
            }
            paths.put("judgements/" + area, "/judgements/" + at + (known(known.areas(), area) ? "/grade" : "/area"));
        }
        InspectionFacts facts = new InspectionFacts(
                inspectedUrn == null ? (Integer) schoolUrn : inspectedUrn,
                known.code(),
                code(known.inspectionTypes(), inspectionType),
                null,
                startDate,
                endDate,
                publicationDate,
                overallEffectiveness == null ? null : code(known.grades(), overallEffectiveness),
                ungradedOutcome == null ? null : label(known.ungradedOutcomes(), ungradedOutcome),
                safeguarding == null ? null : code(known.safeguarding(), safeguarding),
                categoryOfConcern == null ? null : code(known.categoriesOfConcern(), categoryOfConcern),
                grades,
                Source.RECORDED,
                webLink);
        errors.addAll(FrameworkRules.check(known, facts, field -> paths.getOrDefault(field, "/" + field)));
        if (startDate.isAfter(today)) {
            errors.add(new FieldError(
                    "/startDate", "in-future", "An inspection is recorded when it has begun; today is " + today + "."));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return facts;
    }

    private static boolean known(List<Code> list, String text) {
        return Framework.find(list, text).isPresent();
    }

    private static String code(List<Code> list, String text) {
        return Framework.find(list, text).map(Code::code).orElse(text);
    }

    private static String label(List<Code> list, String text) {
        return Framework.find(list, text).map(Code::label).orElse(text);
    }
}
