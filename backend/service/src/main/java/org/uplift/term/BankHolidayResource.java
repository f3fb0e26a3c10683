package org.uplift.term;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.school.AcademicYear;

/** The bank holidays of England, as an administrator keeps them. */
@Path("/api/v1/bank-holidays")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Term dates")
public class BankHolidayResource {
    /** A bank holiday is never changed. */
    private static final String ONLY_VERSION = "0";

    @Inject
    BankHolidays bankHolidays;

    @Inject
    Activities activities;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_TERM_DATES)
    @Operation(
            summary = "List the bank holidays of England",
            description = "Of an academic year, in their order. Those of 2020 to 2028 come with Uplift.")
    public BankHolidayList list(@Valid @BeanParam YearFilter filter) {
        return new BankHolidayList(bankHolidays.of(filter.year(clock)));
    }

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.KEEP_BANK_HOLIDAYS)
    @Operation(
            summary = "Add a bank holiday",
            description = "A weekday, once. It is a school day nowhere from then on.")
    @APIResponseSchema(value = BankHolidayLine.class, responseCode = "201")
    public Response add(@NotNull @Valid BankHolidayLine wanted) {
        BankHoliday holiday = new BankHoliday(wanted);
        if (bankHolidays.findByIdOptional(wanted.date()).isPresent()) {
            throw Problem.conflict(Words.day(wanted.date()) + " is a bank holiday already.");
        }
        bankHolidays.persistAndFlush(holiday);
        record(holiday, "added");
        return Response.created(URI.create("/api/v1/bank-holidays/" + wanted.date()))
                .entity(holiday.line())
                .tag(ONLY_VERSION)
                .build();
    }

    @DELETE
    @Path("{date}")
    @Transactional
    @PermissionsAllowed(Permission.KEEP_BANK_HOLIDAYS)
    @Operation(
            summary = "Take a bank holiday away",
            description = "Where it was moved or added by mistake. To rename one, take it away and add it again.")
    @APIResponse(responseCode = "204", description = "Taken away")
    public Response takeAway(@PathParam("date") LocalDate date) {
        BankHoliday holiday = bankHolidays.findByIdOptional(date).orElseThrow(Problem::notFound);
        bankHolidays.delete(holiday);
        bankHolidays.flush();
        record(holiday, "took away");
        return Response.noContent().build();
    }

    private void record(BankHoliday holiday, String verb) {
        BankHolidayLine line = holiday.line();
        activities.record(
                Subject.TERM_DATES,
                AcademicYear.of(line.date()).toString(),
                null,
                verb + " the bank holiday " + line.label() + " on " + Words.day(line.date()));
    }
}
