package org.uplift.comment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How much was said about the things of a cycle; those about which nothing was said are left out.")
record CommentCountList(List<CommentCount> results) {}
