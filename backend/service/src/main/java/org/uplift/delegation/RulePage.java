package org.uplift.delegation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;

@Schema(name = "DelegationRulePage", description = "Versions of the lines of the scheme of delegation.")
record RulePage(List<RuleSummary> results, Paging paging) {}
