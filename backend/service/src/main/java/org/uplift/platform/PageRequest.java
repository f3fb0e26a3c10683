package org.uplift.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list is wanted; every list is bounded. */
public class PageRequest {
    @Parameter(description = "Page, from 1")
    @QueryParam("page")
    @DefaultValue("1")
    @Min(1)
    @Max(100_000)
    public int page = 1;

    @Parameter(description = "Entries per page, 200 at most")
    @QueryParam("pageSize")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    public int pageSize = 50;

    public int offset() {
        return (page - 1) * pageSize;
    }
}
