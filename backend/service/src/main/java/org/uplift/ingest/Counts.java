package org.uplift.ingest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many rows came in, and what became of them; the last five add up to the first. */
@Schema(name = "IngestCounts", description = "How many rows came in, and what became of them.")
public record Counts(int received, int created, int updated, int unchanged, int rejected, int quarantined) {}
