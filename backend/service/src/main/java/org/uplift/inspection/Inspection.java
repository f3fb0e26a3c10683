package org.uplift.inspection;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.activity.Change;
import org.uplift.platform.Problem;

/** One inspection of a school, as the inspectorate left it. */
@Entity
class Inspection implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private int schoolUrn;
    private @Nullable Integer inspectedUrn;
    private String framework;
    private String inspectionType;
    private @Nullable String typeAsPublished;
    private LocalDate startDate;
    private @Nullable LocalDate endDate;
    private @Nullable LocalDate publicationDate;
    private @Nullable String overallEffectiveness;
    private @Nullable String ungradedOutcome;
    private @Nullable String safeguarding;
    private @Nullable String categoryOfConcern;

    @Enumerated(EnumType.STRING)
    private Source source;

    private @Nullable String webLink;

    @ElementCollection
    @CollectionTable(name = "inspection_judgement", joinColumns = @JoinColumn(name = "inspection_id"))
    @MapKeyColumn(name = "area")
    @Fetch(FetchMode.SUBSELECT)
    private Map<String, Judgement> judgements = new HashMap<>();

    @Version
    private int version;

    protected Inspection() {}

    /** An inspection in the history of a school. */
    Inspection(int schoolUrn, InspectionFacts facts) {
        this.schoolUrn = schoolUrn;
        framework = facts.framework();
        inspectionType = facts.inspectionType();
        startDate = facts.startDate();
        take(facts);
    }

    /** Takes what the inspectorate says now. What says nothing new changes nothing. */
    List<Change> update(InspectionFacts facts) {
        InspectionFacts before = facts();
        take(facts);
        return changes(before, facts());
    }

    /** Takes a correction by a person; an imported inspection is corrected by its publisher. */
    List<Change> correct(InspectionFacts facts) {
        if (source != Source.RECORDED) {
            throw Problem.conflict(
                    "This inspection comes from Ofsted's published file; importing a later file changes it.");
        }
        InspectionFacts before = facts();
        inspectionType = facts.inspectionType();
        startDate = facts.startDate();
        endDate = facts.endDate();
        publicationDate = facts.publicationDate();
        webLink = facts.webLink();
        take(facts);
        return changes(before, facts());
    }

    private void take(InspectionFacts facts) {
        inspectedUrn = facts.inspectedUrn();
        typeAsPublished = either(facts.typeAsPublished(), typeAsPublished);
        endDate = either(facts.endDate(), endDate);
        publicationDate = either(facts.publicationDate(), publicationDate);
        overallEffectiveness = facts.overallEffectiveness();
        ungradedOutcome = facts.ungradedOutcome();
        safeguarding = facts.safeguarding();
        categoryOfConcern = facts.categoryOfConcern();
        source = facts.source();
        webLink = either(facts.webLink(), webLink);
        judge(facts.judgements());
    }

    private void judge(Map<String, String> grades) {
        judgements.keySet().retainAll(grades.keySet());
        grades.forEach((area, grade) -> {
            Judgement known = judgements.get(area);
            if (known == null) {
                judgements.put(area, new Judgement(schoolUrn, framework, grade));
            } else if (!known.grade().equals(grade)) {
                known.change(grade);
            }
        });
    }

    InspectionFacts facts() {
        Map<String, String> grades = new TreeMap<>();
        judgements.forEach((area, judgement) -> grades.put(area, judgement.grade()));
        return new InspectionFacts(
                inspectedUrn,
                framework,
                inspectionType,
                typeAsPublished,
                startDate,
                endDate,
                publicationDate,
                overallEffectiveness,
                ungradedOutcome,
                safeguarding,
                categoryOfConcern,
                grades,
                source,
                webLink);
    }

    private static List<Change> changes(InspectionFacts before, InspectionFacts after) {
        List<Change> changes = new ArrayList<>();
        compare(changes, "inspectedUrn", before.inspectedUrn(), after.inspectedUrn());
        compare(changes, "inspectionType", before.inspectionType(), after.inspectionType());
        compare(changes, "typeAsPublished", before.typeAsPublished(), after.typeAsPublished());
        compare(changes, "startDate", before.startDate(), after.startDate());
        compare(changes, "endDate", before.endDate(), after.endDate());
        compare(changes, "publicationDate", before.publicationDate(), after.publicationDate());
        compare(changes, "overallEffectiveness", before.overallEffectiveness(), after.overallEffectiveness());
        compare(changes, "ungradedOutcome", before.ungradedOutcome(), after.ungradedOutcome());
        compare(changes, "safeguarding", before.safeguarding(), after.safeguarding());
        compare(changes, "categoryOfConcern", before.categoryOfConcern(), after.categoryOfConcern());
        compare(changes, "source", before.source().code(), after.source().code());
        compare(changes, "webLink", before.webLink(), after.webLink());
        TreeSet<String> areas = new TreeSet<>(before.judgements().keySet());
        areas.addAll(after.judgements().keySet());
        areas.forEach(area -> compare(
                changes,
                "judgements/" + area,
                before.judgements().get(area),
                after.judgements().get(area)));
        return changes;
    }

    private static void compare(List<Change> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(field, text(before), text(after)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    @Override
    public Integer schoolUrn() {
        return schoolUrn;
    }

    UUID id() {
        return id;
    }

    InspectionFacts.Key key() {
        return new InspectionFacts.Key(schoolUrn, framework, inspectionType, startDate);
    }

    int version() {
        return version;
    }
}
