package org.uplift.practice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.platform.Problem;

/** When others can come and see good practice: for everybody who may read the entry. */
@ApplicationScoped
class PracticeSlots implements PanacheRepositoryBase<PracticeSlot, UUID> {
    private static final int MOST = 100;
    private static final int HOSTS = 2;

    @Inject
    GoodPractices practices;

    @Inject
    PracticeVisits visits;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Those of an entry that the caller may read, the latest first, in as many statements however many there are. */
    List<PracticeSlotLine> of(UUID practice) {
        practices.summary(practice);
        return lines(find("practiceId = ?1 order by day desc, startsAt desc, id", practice)
                .page(0, MOST)
                .list());
    }

    /** One of an entry that the caller may read, or 404. */
    PracticeSlot readable(UUID id) {
        PracticeSlot slot = findByIdOptional(id).orElseThrow(Problem::notFound);
        practices.summary(slot.practiceId());
        return slot;
    }

    PracticeSlotLine line(PracticeSlot slot) {
        return lines(List.of(slot)).getFirst();
    }

    /** As its school offers it, with who comes where the caller is to know. */
    private List<PracticeSlotLine> lines(List<PracticeSlot> slots) {
        UUID[] ids = slots.stream().map(PracticeSlot::id).toArray(UUID[]::new);
        Map<UUID, Integer> taken = taken(ids);
        Map<UUID, List<PracticeVisit>> booked = visits.of(List.of(ids));
        LocalDateTime now = LocalDateTime.now(clock);
        return slots.stream()
                .map(slot -> slot.line(taken.getOrDefault(slot.id(), 0), seen(slot, booked), caller.personId(), now))
                .toList();
    }

    private List<PracticeVisit> seen(PracticeSlot slot, Map<UUID, List<PracticeVisit>> booked) {
        boolean shows = caller.scope(Permission.CHANGE_CYCLES).covers(slot.schoolUrn());
        return booked.getOrDefault(slot.id(), List.of()).stream()
                .filter(visit -> shows || visit.personId().equals(caller.personId()))
                .toList();
    }

    private Map<UUID, Integer> taken(UUID[] slots) {
        return getSession()
                .createNativeQuery("select * from places_taken(:slots)", Tuple.class)
                .setParameter("slots", slots)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("slot_id", UUID.class), row -> row.get("taken", Integer.class)));
    }

    /** A seat that is free, and is held until the transaction ends; nothing when all places are taken. */
    @Nullable
    Integer freeSeat(PracticeSlot slot) {
        Integer seat = getSession()
                .createNativeQuery("select free_seat(:slot)", Integer.class)
                .setParameter("slot", slot.id())
                .getSingleResultOrNull();
        getSession().refresh(slot);
        return seat;
    }

    /** Those of an entry that could still take place. */
    List<PracticeSlot> ahead(UUID practice) {
        LocalDateTime now = LocalDateTime.now(clock);
        return list("practiceId = ?1 and cancelledOn is null and day >= ?2", practice, now.toLocalDate()).stream()
                .filter(slot -> slot.isAhead(now))
                .toList();
    }

    /** Nobody comes; who has booked is told. */
    void cancel(PracticeSlot slot, String reason) {
        slot.cancel(reason, LocalDateTime.now(clock), clock.instant());
        flush();
        tell("tell_visitors", slot.id(), slot.places());
    }

    /** Who shows it is told what the caller booked or gave back. */
    void tellHosts(PracticeVisit visit) {
        flush();
        tell("tell_hosts", visit.id(), HOSTS);
    }

    private void tell(String whom, UUID of, int most) {
        UUID[] ids = Stream.generate(() -> UuidVersion7Strategy.INSTANCE.generateUuid(null))
                .limit(most)
                .toArray(UUID[]::new);
        getSession()
                .createNativeQuery("select cast(" + whom + "(:of, :ids, :at, :name) as text)", String.class)
                .setParameter("of", of)
                .setParameter("ids", ids)
                .setParameter("at", clock.instant())
                .setParameter("name", caller.name())
                .getResultList();
    }
}
