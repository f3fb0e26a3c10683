package org.uplift.committee;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConflictOfInterestList", description = "The register of interests of a committee, newest first.")
record ConflictList(List<ConflictLine> results) {}
