package org.uplift.concern;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ConcernLineWritten",
        description =
                "That a line was written. It tells nothing of it, because answers to repeated requests are stored.",
        examples = """
        {"id": "01a227a0-29c2-7273-978e-13d412dd93de"}""")
record WrittenLine(UUID id) {
    /** The answer where a line was added to a list of a concern. */
    static Response in(String list, UUID concern, UUID id, int version) {
        return Response.created(URI.create("/api/v1/concerns/" + concern + "/" + list))
                .entity(new WrittenLine(id))
                .tag(String.valueOf(version))
                .build();
    }
}
