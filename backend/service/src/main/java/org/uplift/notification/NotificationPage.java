package org.uplift.notification;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;

record NotificationPage(
        List<NotificationLine> results,
        Paging paging,

        @Schema(description = "How many of all are unread") long unread) {}
