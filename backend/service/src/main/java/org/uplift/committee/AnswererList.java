package org.uplift.committee;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.access.Colleague;

@Schema(description = "Who can be asked, by name.")
record AnswererList(List<Colleague> results) {}
