package org.uplift.concern;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What those who handle a concern settle about it. */
@Schema(name = "ConcernTerms", description = "What those who handle a concern settle.", examples = """
        {"ownerPersonId": "01a227b3-d4f2-7fd2-902a-23cf41ea2942", "reviewOn": "2026-12-11", "source": "parent"}""")
record ConcernTerms(
        @Schema(description = "Who sees to it: a leader; of a restricted one a safeguarding lead of the school")
        @Nullable
        UUID ownerPersonId,

        @Schema(description = "When it is looked at again", examples = "2026-12-04") @Nullable
        LocalDate reviewOn,

        @Schema(description = "Where it comes from, a code of the list of sources", examples = "parent") @Nullable
        String source) {}
