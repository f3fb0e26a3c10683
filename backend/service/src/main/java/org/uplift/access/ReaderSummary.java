package org.uplift.access;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Reader", description = "Somebody who reads the plans of a school in full: the name and nothing else.")
record ReaderSummary(UUID id, String name) {}
