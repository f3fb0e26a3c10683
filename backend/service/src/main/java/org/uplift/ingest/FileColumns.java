package org.uplift.ingest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The columns of a file, in their order; those without a heading are passed over.")
record FileColumns(List<FileColumn> columns) {}
