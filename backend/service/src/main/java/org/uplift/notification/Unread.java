package org.uplift.notification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How many notifications are still unread.")
record Unread(long unread) {}
