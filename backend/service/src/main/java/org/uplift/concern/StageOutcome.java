package org.uplift.concern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

@Schema(name = "ComplaintOutcome", description = "How a stage of a complaint ended.", examples = """
        {"outcome": "partly-upheld",
         "record": "The call was not returned for nine days. The school has apologised."}""")
record StageOutcome(
        @Schema(description = "A code of the list of outcomes", examples = "partly-upheld") @NotBlank
        String outcome,

        @Schema(
                description = "What was found and what was said, 20 characters at least",
                examples = "The call was not returned for nine days; the school has apologised.")
        @NotBlank
        @Size(max = 10_000)
        String record,

        @Schema(
                description =
                        "Who heard it, where the stage is heard by a panel: at least one is independent of the running of"
                                + " the school (Education (Independent School Standards) Regulations 2014, Schedule 1, Part 7)")
        @Valid
        @Size(max = 10)
        @Nullable
        List<PanelMember> panel) {

    /** As it is kept: the record, and below it who heard the complaint. */
    String recorded(boolean heard) {
        List<PanelMember> members = panel == null ? List.of() : panel;
        if (!heard && !members.isEmpty()) {
            throw Problem.invalid("/panel", "not-applicable", "No panel hears this stage; leave it out.");
        }
        if (heard && members.stream().noneMatch(PanelMember::independent)) {
            throw Problem.invalid(
                    "/panel",
                    "no-independent-member",
                    "At least one member of the panel has to be independent of the running of the school.");
        }
        List<String> lines = new ArrayList<>(List.of(record.strip()));
        members.forEach(member ->
                lines.add("Panel: " + member.name().strip() + (member.independent() ? " (independent)" : "")));
        return String.join("\n", lines);
    }
}
