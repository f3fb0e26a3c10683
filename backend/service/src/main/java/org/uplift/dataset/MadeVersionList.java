package org.uplift.dataset;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "The versions that have been made.",
        examples = "{\"results\": [{\"dataSet\": \"need-levels\", \"version\": \"1.4\"}]}")
public record MadeVersionList(List<MadeVersion> results) {}
