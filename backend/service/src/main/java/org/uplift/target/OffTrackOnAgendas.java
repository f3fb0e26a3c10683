package org.uplift.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.uplift.committee.AgendaSource;
import org.uplift.committee.DueItem;
import org.uplift.platform.Words;
import org.uplift.school.AcademicYear;
import org.uplift.thing.Thing;
import org.uplift.thing.Things;

/** Targets and milestones of the year that are off track or missed come on the agendas of the committees of their schools. */
@ApplicationScoped
class OffTrackOnAgendas implements AgendaSource {
    private static final Set<Status> TROUBLE = Set.of(Status.OFF_TRACK, Status.MISSED);

    private record Troubled(UUID id, Status status) {}

    @Inject
    Targets targets;

    @Inject
    Milestones milestones;

    @Inject
    Things things;

    @Inject
    Clock clock;

    @Override
    public List<DueItem> due() {
        AcademicYear year = AcademicYear.of(LocalDate.now(clock));
        List<Troubled> troubled = new ArrayList<>();
        targets.summaries(targets.ofYear(year)).stream()
                .filter(target -> TROUBLE.contains(target.status()))
                .forEach(target -> troubled.add(new Troubled(target.id(), target.status())));
        milestones.ofYear(year).stream()
                .filter(milestone -> TROUBLE.contains(milestone.status()))
                .forEach(milestone -> troubled.add(new Troubled(milestone.id(), milestone.status())));
        Map<UUID, Thing> named = things.of(troubled.stream().map(Troubled::id).toList());
        return troubled.stream()
                .flatMap(one -> Stream.ofNullable(named.get(one.id())).map(thing -> item(thing, one.status())))
                .sorted(Comparator.comparing(DueItem::title))
                .toList();
    }

    private static DueItem item(Thing thing, Status status) {
        return DueItem.of(
                Optional.ofNullable(thing.schoolName()).orElse("The trust") + ": " + Words.of(status.code()) + ", "
                        + thing.title(),
                "/" + thing.reference().kind().code() + "s/" + thing.reference().id());
    }
}
