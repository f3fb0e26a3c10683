package org.uplift.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.access.People;
import org.uplift.cycle.Cycle;
import org.uplift.platform.FieldError;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** A checkpoint points at what is there: a type in use, people who have signed in, parts of its own cycle. */
@ApplicationScoped
class CheckpointContents {
    @Inject
    CheckpointTypes types;

    @Inject
    CycleParts parts;

    @Inject
    People people;

    @Inject
    Clock clock;

    /** What the terms point at; refuses with 422 every rule that does not hold. */
    CheckpointContent of(CheckpointTerms terms, Cycle cycle, @Nullable CheckpointType known) {
        CheckpointType type =
                known != null && known.code().equals(terms.type()) ? known : types.on(terms.plannedOn(), terms.type());
        Map<UUID, String> names = people.names(Stream.concat(
                        Stream.ofNullable(terms.visitorPersonId()),
                        terms.people().stream().map(ParticipantTerms::personId).filter(Objects::nonNull))
                .distinct()
                .toList());
        List<FieldError> errors = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        if (terms.heldOn() != null && terms.heldOn().isAfter(today)) {
            errors.add(new FieldError(
                    "/heldOn",
                    "in-future",
                    Words.day(terms.heldOn())
                            + " is yet to come; plan it for that day, and say later that it was held."));
        }
        UUID visitor = terms.visitorPersonId();
        if (visitor != null && !names.containsKey(visitor)) {
            errors.add(unknownPerson("/visitorPersonId"));
        }
        List<Participant> participants = participants(terms, cycle, names, errors);
        Map<UUID, Focus> foci = foci(terms, cycle, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        String name = visitor == null ? null : names.get(visitor);
        return new CheckpointContent(
                terms, type, visitor == null || name == null ? null : new Somebody(visitor, name), participants, foci);
    }

    private static List<Participant> participants(
            CheckpointTerms terms, Cycle cycle, Map<UUID, String> names, List<FieldError> errors) {
        List<Participant> participants = new ArrayList<>();
        for (int at = 0; at < terms.people().size(); at++) {
            ParticipantTerms wanted = terms.people().get(at);
            UUID person = wanted.personId();
            String name = person == null ? wanted.name() : names.get(person);
            if (person != null && name == null) {
                errors.add(unknownPerson("/participants/" + at + "/personId"));
            } else if (name == null || name.isBlank()) {
                errors.add(new FieldError(
                        "/participants/" + at + "/name", "required", "Say who took part: a person or a name."));
            } else {
                participants.add(new Participant(cycle.schoolUrn(), person, name.strip(), wanted.role()));
            }
        }
        return participants;
    }

    private Map<UUID, Focus> foci(CheckpointTerms terms, Cycle cycle, List<FieldError> errors) {
        Map<UUID, Focus> foci = new LinkedHashMap<>();
        Map<UUID, CyclePart> known = terms.looks().isEmpty() ? Map.of() : parts.of(cycle.id());
        for (int at = 0; at < terms.looks().size(); at++) {
            FocusTerms wanted = terms.looks().get(at);
            CyclePart part = known.get(wanted.reference());
            String path = "/foci/" + at + "/reference";
            if (part == null || part.kind() != wanted.kind()) {
                errors.add(new FieldError(
                        path,
                        "unknown-" + wanted.kind().code(),
                        "There is no " + wanted.kind().code() + " " + wanted.reference() + " in this cycle."));
            } else if (foci.put(
                            wanted.reference(),
                            new Focus(
                                    cycle.schoolUrn(),
                                    at,
                                    wanted.kind(),
                                    part.label(),
                                    wanted.judgement(),
                                    wanted.narrative()))
                    != null) {
                errors.add(new FieldError(path, "duplicate", "\"" + part.label() + "\" is there twice."));
            }
        }
        return foci;
    }

    private static FieldError unknownPerson(String path) {
        return new FieldError(path, "unknown-person", "Nobody with this id has signed in yet.");
    }
}
