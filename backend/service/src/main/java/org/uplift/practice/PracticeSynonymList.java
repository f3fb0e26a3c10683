package org.uplift.practice;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "All of them, by the first word; there are 500 at most.")
record PracticeSynonymList(List<PracticeSynonymLine> results) {}
