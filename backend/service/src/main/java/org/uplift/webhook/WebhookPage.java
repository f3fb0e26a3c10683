package org.uplift.webhook;

import java.util.List;
import org.uplift.platform.Paging;

record WebhookPage(List<WebhookDetail> results, Paging paging) {}
