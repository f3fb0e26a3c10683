package org.uplift.concern;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ComplaintStageList")
record StageList(
        List<StageLine> results,

        @Schema(description = "The stages that can begin now, in their order")
        List<ConcernCode> next) {}
