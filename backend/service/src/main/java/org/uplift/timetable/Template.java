package org.uplift.timetable;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.uplift.school.AcademicYear;

/** By what the timetable of an academic year is made, and of those that follow until one has its own. */
@Entity
@Table(name = "timetable_template")
class Template {
    @Id
    @Column(name = "academic_year")
    private int academicYear;

    @ElementCollection
    @CollectionTable(name = "template_entry", joinColumns = @JoinColumn(name = "academic_year"))
    @MapKeyColumn(name = "id")
    private Map<UUID, StoredEntry> entries = new HashMap<>();

    @Version
    private int version;

    protected Template() {}

    Template(AcademicYear year) {
        academicYear = year.start();
    }

    /** Takes what people say now, in its order; entries without an id are new. */
    void change(List<EntryTerms> wanted) {
        Map<UUID, StoredEntry> taken = new HashMap<>();
        for (int at = 0; at < wanted.size(); at++) {
            UUID id = wanted.get(at).id();
            taken.put(
                    id == null ? UuidVersion7Strategy.INSTANCE.generateUuid(null) : id,
                    StoredEntry.of(at + 1, wanted.get(at)));
        }
        if (!entries.equals(taken)) {
            entries.keySet().retainAll(taken.keySet());
            entries.putAll(taken);
        }
    }

    /** Its entries in their order. */
    List<EntryTerms> entries() {
        return entries.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingInt(StoredEntry::position)))
                .map(entry -> EntryTerms.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    AcademicYear year() {
        return new AcademicYear(academicYear);
    }

    int version() {
        return version;
    }
}
