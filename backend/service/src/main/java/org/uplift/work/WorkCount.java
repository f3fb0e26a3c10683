package org.uplift.work;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How much of one kind waits.")
record WorkCount(WorkKind kind, int items, int overdue) {}
