package org.uplift.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;

@Schema(name = "WebhookDeliveryPage")
record DeliveryPage(List<DeliveryLine> results, Paging paging) {}
