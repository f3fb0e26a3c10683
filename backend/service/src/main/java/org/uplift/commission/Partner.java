package org.uplift.commission;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** Somebody outside the trust who can be asked, with what was checked of them. It is ended, and never deleted. */
@Entity
class Partner {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String name;
    private String offers;
    private @Nullable BigDecimal dayRate;
    private @Nullable String diligence;
    private @Nullable LocalDate diligenceUntil;
    private @Nullable LocalDate endedOn;

    @Version
    private int version;

    protected Partner() {}

    Partner(PartnerTerms terms) {
        change(terms);
    }

    /** Takes what people say now. */
    final void change(PartnerTerms terms) {
        terms.check();
        name = terms.name().strip();
        offers = terms.offers().strip();
        dayRate = terms.dayRate();
        diligence = terms.diligence();
        diligenceUntil = terms.diligenceUntil();
        endedOn = terms.endedOn();
    }

    PartnerTerms terms() {
        return new PartnerTerms(name, offers, dayRate, diligence, diligenceUntil, endedOn);
    }

    /** Refuses with 409 who is not asked any more, and whose due diligence is not in date. */
    void requireDiligence(LocalDate today) {
        if (endedOn != null && !endedOn.isAfter(today)) {
            throw Problem.conflict(name + " is not asked any more since " + Words.day(endedOn) + ".");
        }
        if (diligenceUntil == null) {
            throw Problem.conflict("Nobody has recorded the due diligence on " + name + "; a trust leader does that.");
        }
        if (diligenceUntil.isBefore(today)) {
            throw Problem.conflict("The due diligence on " + name + " held until " + Words.day(diligenceUntil)
                    + "; it has to be renewed.");
        }
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    int version() {
        return version;
    }
}
