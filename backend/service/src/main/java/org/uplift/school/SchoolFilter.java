package org.uplift.school;

import io.quarkus.panache.common.Sort;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

/** Which schools of the register are wanted, and in which order. */
class SchoolFilter {
    @Parameter(description = "Part of the name or town, or the whole URN")
    @QueryParam("search")
    @Size(max = 100)
    @Nullable
    String search;

    @Parameter(description = "Whether it belongs to the trust")
    @QueryParam("status")
    @Nullable
    SchoolStatus status;

    @Parameter(description = "Phase as the register has it", example = "Primary")
    @QueryParam("phase")
    @Size(max = 100)
    @Nullable
    String phase;

    @Parameter(description = "Code of the local authority, 3 digits", example = "936")
    @QueryParam("localAuthority")
    @Nullable
    Integer localAuthority;

    @Parameter(description = "Order")
    @QueryParam("sort")
    @DefaultValue("name")
    Order sort = Order.NAME;

    /** The orders that have an index. */
    public enum Order {
        NAME(Sort.by("lower(name)").and("urn").disableEscaping()),
        URN(Sort.by("urn")),
        /** The largest first; of which it is not known, last. */
        NUMBER_ON_ROLL(Sort.by("numberOnRoll", Sort.Direction.Descending, Sort.NullPrecedence.NULLS_LAST)
                .and("urn"));

        private final Sort order;

        Order(Sort order) {
            this.order = order;
        }

        Sort order() {
            return order;
        }

        @com.fasterxml.jackson.annotation.JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Order fromString(String code) {
            for (Order order : values()) {
                if (order.code().equals(code)) {
                    return order;
                }
            }
            throw Problem.invalid(
                    "/sort", "unknown-code", "\"" + code + "\" is not an order; use name, urn or number-on-roll.");
        }
    }
}
