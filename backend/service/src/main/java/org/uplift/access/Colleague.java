package org.uplift.access;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Somebody whom one can name: the name and nothing else.")
public record Colleague(UUID id, String name) {}
