package org.uplift.platform;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one clock. Demonstrations and tests may set it by {@code UPLIFT_CLOCK}; production refuses that. */
@ApplicationScoped
public class Today {
    static final ZoneId SCHOOLS = ZoneId.of("Europe/London");

    /** What the database stamps, it stamps by the real time: a clock that was set may be behind that. */
    public static Instant latest(Clock clock) {
        Instant real = Instant.now(Clock.systemUTC());
        return clock.instant().isAfter(real) ? clock.instant() : real;
    }

    @Startup
    @Produces
    @Singleton
    Clock clock(
            @ConfigProperty(name = "uplift.clock") Optional<Instant> set,
            @ConfigProperty(name = "uplift.environment") String environment) {
        if (set.isEmpty()) {
            return Clock.system(SCHOOLS);
        }
        if (!environment.equals("demonstration")) {
            throw new ConfigurationException("UPLIFT_CLOCK is set, which " + environment
                    + " refuses; unset it, or say UPLIFT_ENVIRONMENT=demonstration");
        }
        return Clock.offset(
                Clock.system(SCHOOLS), java.time.Duration.between(Instant.now(Clock.systemUTC()), set.get()));
    }
}
