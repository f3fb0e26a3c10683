package org.uplift.change;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uplift.activity.Subject;

/** Where the API tells of a thing. */
public final class ThingAddress {
    private static final String BASE = "/api/v1/";
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
    private static final Pattern MEASURE_AND_YEAR = Pattern.compile("(\\w+) (\\d{4}/\\d{4})");

    private ThingAddress() {}

    /** Nothing for what has been removed, and where the id is not that of a thing with an address of its own. */
    public static @Nullable String of(Subject subject, String id, @Nullable Integer schoolUrn, Happened what) {
        if (what == Happened.REMOVED) {
            return null;
        }
        return switch (subject) {
            case SCHOOL -> BASE + "schools/" + id;
            case OUTCOME -> schoolUrn == null ? null : outcomes(schoolUrn, id);
            case TERM_DATES -> schoolUrn == null ? BASE + "term-dates" : BASE + "schools/" + schoolUrn + "/term-dates";
            case DELEGATION -> BASE + "delegation";
            case INSPECTION -> thing("inspections", id);
            case IMPORT -> thing("ingest/jobs", id);
            case CYCLE -> thing("cycles", id);
            case PRIORITY -> thing("priorities", id);
            case ACTION -> thing("actions", id);
            case CHECKPOINT -> thing("checkpoints", id);
            case ADJUSTMENT -> thing("adjustments", id);
            case EVALUATION -> thing("evaluations", id);
            case PRACTICE -> schoolUrn == null ? null : thing("good-practice", id);
            case EXPERT -> thing("experts", id);
            case COMMISSION -> thing("commissions", id);
            case PARTNER -> thing("partners", id);
            case NEED -> thing("need-assessments", id);
            case CONCERN -> thing("concerns", id);
            case TIMETABLE -> thing("timetable", id);
            case COMMITTEE -> thing("committees", id);
            case MEETING -> thing("meetings", id);
            case CHALLENGE -> thing("challenges", id);
            case MEMBERSHIP -> thing("memberships", id);
            case INTEGRATION -> thing("integrations", id);
            case WEBHOOK -> thing("webhooks", id);
            case DATA_SET -> BASE + "data-sets/" + id;
            // A comment is told of by what it is on, of whatever kind; a target may be a milestone.
            case COMMENT, TARGET -> null;
        };
    }

    private static @Nullable String thing(String collection, String id) {
        return UUID_TEXT.matcher(id).matches() ? BASE + collection + "/" + id : null;
    }

    private static String outcomes(int schoolUrn, String id) {
        var parts = MEASURE_AND_YEAR.matcher(id);
        String all = BASE + "schools/" + schoolUrn + "/outcomes";
        return parts.matches()
                ? all + "?measureCode=" + parts.group(1) + "&academicYear="
                        + URLEncoder.encode(parts.group(2), StandardCharsets.UTF_8)
                : all;
    }
}
