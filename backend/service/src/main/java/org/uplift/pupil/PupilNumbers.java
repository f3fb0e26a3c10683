package org.uplift.pupil;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Numbers the pupils of a school and year within a request, so that each is looked up once and its rows name it by the
 * number. Only the latest are remembered: a pupil who comes again much later gets another number, which says the same.
 */
final class PupilNumbers {
    private static final int REMEMBERED = 50_000;

    /** The number of a pupil, and whether this is the first row that has it. */
    record Number(int number, boolean isFirst) {}

    private record Known(int number, int schoolUrn, int academicYear) {}

    private final Map<byte[], Known> known = new IdentityHashMap<>();
    private int next;

    /**
     * The number of a pupil.
     *
     * @param upnHash as {@link UpnHashes} gives it: the same array for the same number
     */
    Number of(byte[] upnHash, int schoolUrn, int academicYear) {
        Known before = known.get(upnHash);
        if (before != null && before.schoolUrn() == schoolUrn && before.academicYear() == academicYear) {
            return new Number(before.number(), false);
        }
        if (known.size() == REMEMBERED) {
            known.clear();
        }
        known.put(upnHash, new Known(next, schoolUrn, academicYear));
        return new Number(next++, true);
    }
}
