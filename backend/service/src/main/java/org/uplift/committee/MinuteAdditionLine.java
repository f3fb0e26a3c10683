package org.uplift.committee;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MinuteAddition", description = "What was added after the minutes were approved.")
record MinuteAdditionLine(UUID id, String text, String author, Instant at) {}
