package org.uplift.expertise;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Why one may believe a profile. */
@Entity(name = "ExpertEvidence")
@Immutable
@Table(name = "expert_evidence")
class Evidence {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Expert expert;

    @Enumerated(EnumType.STRING)
    private EvidenceKind kind;

    private @Nullable String reference;
    private String label;

    protected Evidence() {}

    Evidence(Expert expert, NewExpertEvidence wanted, String label) {
        this.expert = expert;
        kind = wanted.kind();
        reference = kind == EvidenceKind.NOTE ? null : wanted.reference();
        this.label = label.strip();
    }

    UUID id() {
        return id;
    }

    ExpertDetail.EvidenceLine line() {
        return new ExpertDetail.EvidenceLine(id, kind, reference, label);
    }
}
