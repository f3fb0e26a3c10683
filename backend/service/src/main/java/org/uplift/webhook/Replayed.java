package org.uplift.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WebhookReplay", description = "How many deliveries are tried again.", examples = """
        {"deliveries": 3}""")
record Replayed(int deliveries) {}
