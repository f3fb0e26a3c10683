package org.uplift.access;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Lead", description = "Somebody who can lead something: the name and nothing else.")
record LeadSummary(UUID id, String name) {}
