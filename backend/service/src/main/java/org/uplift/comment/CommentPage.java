package org.uplift.comment;

import java.util.List;
import org.uplift.platform.Paging;

record CommentPage(List<CommentLine> results, Paging paging) {}
