package org.uplift.access;

import static org.uplift.access.Role.ADMINISTRATOR;
import static org.uplift.access.Role.ANALYST;
import static org.uplift.access.Role.CLERK;
import static org.uplift.access.Role.COMMITTEE_MEMBER;
import static org.uplift.access.Role.DATA_MANAGER;
import static org.uplift.access.Role.MIS_INTEGRATION;
import static org.uplift.access.Role.SAFEGUARDING_LEAD;
import static org.uplift.access.Role.SCHOOL_LEADER;
import static org.uplift.access.Role.SYSTEM_LEADER;
import static org.uplift.access.Role.TRUSTEE;
import static org.uplift.access.Role.TRUST_LEADER;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What can be permitted, and to which roles. An endpoint names one of these; the role must be in the caller's token,
 * and, save for the administrator, a membership must say where it counts.
 */
public final class Permission {
    public static final String READ_SCHOOLS = "schools:read";
    public static final String CHANGE_SCHOOLS = "schools:change";
    public static final String IMPORT_REGISTER = "register:import";
    public static final String READ_INSPECTIONS = "inspections:read";
    public static final String CHANGE_INSPECTIONS = "inspections:change";
    public static final String READ_MEASURES = "measures:read";
    public static final String READ_OUTCOMES = "outcomes:read";
    public static final String READ_DATA_SETS = "data-sets:read";
    public static final String KEEP_DATA_SETS = "data-sets:keep";
    public static final String READ_PUPIL_ROWS = "pupil-rows:read";
    public static final String PUSH_RESULTS = "results:push";
    public static final String READ_QUARANTINE = "quarantine:read";
    public static final String READ_CYCLES = "cycles:read";
    public static final String CHANGE_CYCLES = "cycles:change";
    public static final String REOPEN_CYCLES = "cycles:reopen";
    public static final String RECORD_CHECKPOINTS = "checkpoints:record";
    public static final String READ_NEED = "need:read";
    public static final String MODERATE_NEED = "need:moderate";
    public static final String READ_SCHEME = "delegation:read";
    public static final String CHANGE_SCHEME = "delegation:change";
    public static final String READ_METHOD = "method:read";
    public static final String DECIDE_APPROVALS = "approvals:decide";
    public static final String READ_ACTIVITY = "activity:read";
    public static final String READ_CHANGES = "changes:read";
    public static final String KEEP_SYNONYMS = "synonyms:keep";
    public static final String MANAGE_PEOPLE = "people:manage";
    public static final String MANAGE_INTEGRATIONS = "integrations:manage";
    public static final String READ_DATA_QUALITY = "data-quality:read";
    public static final String OPEN_CONCERNS = "concerns:open";
    public static final String READ_CONCERNS = "concerns:read";
    public static final String COUNT_CONCERNS = "concerns:count";
    public static final String RAISE_CONCERNS = "concerns:raise";
    public static final String OWN_WORK = "work:own";
    public static final String READ_TIMETABLE = "timetable:read";
    public static final String PLAN_TIMETABLE = "timetable:plan";
    public static final String READ_TERM_DATES = "term-dates:read";
    public static final String CHANGE_TERM_DATES = "term-dates:change";
    public static final String KEEP_BANK_HOLIDAYS = "bank-holidays:keep";
    public static final String READ_COMMITTEES = "committees:read";
    public static final String KEEP_COMMITTEES = "committees:keep";
    public static final String READ_MEETINGS = "meetings:read";
    public static final String KEEP_MEETINGS = "meetings:keep";
    public static final String READ_CHALLENGES = "challenges:read";
    public static final String RAISE_CHALLENGES = "challenges:raise";
    public static final String ANSWER_CHALLENGES = "challenges:answer";
    public static final String READ_EXPERTS = "experts:read";
    public static final String CONFIRM_EXPERTISE = "expertise:confirm";
    public static final String READ_COMMISSIONS = "commissions:read";
    public static final String REQUEST_SUPPORT = "support:request";
    public static final String GIVE_SUPPORT = "support:give";
    public static final String KEEP_PARTNERS = "partners:keep";

    private static final Map<String, Set<Role>> ROLES = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    READ_SCHOOLS,
                    EnumSet.of(
                            TRUST_LEADER,
                            SCHOOL_LEADER,
                            SYSTEM_LEADER,
                            SAFEGUARDING_LEAD,
                            COMMITTEE_MEMBER,
                            TRUSTEE,
                            DATA_MANAGER,
                            ADMINISTRATOR)),
            Map.entry(CHANGE_SCHOOLS, EnumSet.of(TRUST_LEADER, ADMINISTRATOR)),
            Map.entry(IMPORT_REGISTER, EnumSet.of(DATA_MANAGER)),
            Map.entry(
                    READ_INSPECTIONS,
                    EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, SYSTEM_LEADER, COMMITTEE_MEMBER, TRUSTEE, DATA_MANAGER)),
            Map.entry(CHANGE_INSPECTIONS, EnumSet.of(TRUST_LEADER, DATA_MANAGER)),
            Map.entry(
                    READ_MEASURES,
                    EnumSet.of(
                            TRUST_LEADER,
                            SCHOOL_LEADER,
                            SYSTEM_LEADER,
                            COMMITTEE_MEMBER,
                            TRUSTEE,
                            DATA_MANAGER,
                            ANALYST,
                            MIS_INTEGRATION,
                            ADMINISTRATOR)),
            Map.entry(
                    READ_OUTCOMES,
                    EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, SYSTEM_LEADER, COMMITTEE_MEMBER, TRUSTEE, DATA_MANAGER)),
            Map.entry(
                    READ_DATA_SETS,
                    EnumSet.of(
                            TRUST_LEADER,
                            SCHOOL_LEADER,
                            SYSTEM_LEADER,
                            COMMITTEE_MEMBER,
                            TRUSTEE,
                            DATA_MANAGER,
                            ANALYST)),
            Map.entry(READ_PUPIL_ROWS, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, DATA_MANAGER)),
            Map.entry(PUSH_RESULTS, EnumSet.of(MIS_INTEGRATION, DATA_MANAGER)),
            Map.entry(READ_QUARANTINE, EnumSet.of(DATA_MANAGER)),
            Map.entry(READ_CYCLES, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, SYSTEM_LEADER, COMMITTEE_MEMBER, TRUSTEE)),
            Map.entry(CHANGE_CYCLES, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER)),
            Map.entry(REOPEN_CYCLES, EnumSet.of(TRUST_LEADER)),
            Map.entry(RECORD_CHECKPOINTS, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, SYSTEM_LEADER)),
            Map.entry(READ_NEED, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, SYSTEM_LEADER, COMMITTEE_MEMBER, TRUSTEE)),
            Map.entry(MODERATE_NEED, EnumSet.of(TRUST_LEADER)),
            Map.entry(READ_METHOD, EnumSet.complementOf(EnumSet.of(MIS_INTEGRATION))),
            Map.entry(READ_SCHEME, EnumSet.complementOf(EnumSet.of(MIS_INTEGRATION))),
            Map.entry(CHANGE_SCHEME, EnumSet.of(ADMINISTRATOR)),
            Map.entry(DECIDE_APPROVALS, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, TRUSTEE)),
            Map.entry(
                    READ_ACTIVITY,
                    EnumSet.of(
                            TRUST_LEADER,
                            SCHOOL_LEADER,
                            SYSTEM_LEADER,
                            SAFEGUARDING_LEAD,
                            COMMITTEE_MEMBER,
                            TRUSTEE,
                            CLERK,
                            DATA_MANAGER,
                            ADMINISTRATOR)),
            Map.entry(READ_CHANGES, EnumSet.allOf(Role.class)),
            Map.entry(READ_DATA_QUALITY, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, DATA_MANAGER)),
            // Anybody may be named on the need-to-know list of a concern; who reads those of a school by role is the
            // next.
            Map.entry(OPEN_CONCERNS, EnumSet.complementOf(EnumSet.of(MIS_INTEGRATION, ANALYST, ADMINISTRATOR))),
            Map.entry(READ_CONCERNS, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, SAFEGUARDING_LEAD)),
            Map.entry(COUNT_CONCERNS, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, COMMITTEE_MEMBER, TRUSTEE)),
            Map.entry(
                    RAISE_CONCERNS,
                    EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, SYSTEM_LEADER, SAFEGUARDING_LEAD, DATA_MANAGER)),
            Map.entry(OWN_WORK, EnumSet.complementOf(EnumSet.of(MIS_INTEGRATION))),
            Map.entry(READ_TIMETABLE, EnumSet.complementOf(EnumSet.of(MIS_INTEGRATION, ANALYST, ADMINISTRATOR))),
            Map.entry(PLAN_TIMETABLE, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER)),
            Map.entry(READ_TERM_DATES, EnumSet.allOf(Role.class)),
            Map.entry(CHANGE_TERM_DATES, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, ADMINISTRATOR)),
            Map.entry(KEEP_BANK_HOLIDAYS, EnumSet.of(ADMINISTRATOR)),
            Map.entry(READ_COMMITTEES, EnumSet.of(TRUST_LEADER, COMMITTEE_MEMBER, TRUSTEE, CLERK, ADMINISTRATOR)),
            Map.entry(KEEP_COMMITTEES, EnumSet.of(ADMINISTRATOR)),
            Map.entry(READ_MEETINGS, EnumSet.of(TRUST_LEADER, COMMITTEE_MEMBER, TRUSTEE, CLERK)),
            Map.entry(KEEP_MEETINGS, EnumSet.of(CLERK)),
            Map.entry(READ_CHALLENGES, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, COMMITTEE_MEMBER, TRUSTEE, CLERK)),
            Map.entry(RAISE_CHALLENGES, EnumSet.of(COMMITTEE_MEMBER, TRUSTEE)),
            Map.entry(ANSWER_CHALLENGES, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER)),
            Map.entry(READ_EXPERTS, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, SYSTEM_LEADER)),
            Map.entry(CONFIRM_EXPERTISE, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER)),
            Map.entry(
                    READ_COMMISSIONS,
                    EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, SYSTEM_LEADER, COMMITTEE_MEMBER, TRUSTEE)),
            Map.entry(REQUEST_SUPPORT, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER)),
            Map.entry(GIVE_SUPPORT, EnumSet.of(TRUST_LEADER, SCHOOL_LEADER, SYSTEM_LEADER)),
            Map.entry(KEEP_PARTNERS, EnumSet.of(TRUST_LEADER)),
            Map.entry(KEEP_SYNONYMS, EnumSet.of(ADMINISTRATOR)),
            Map.entry(KEEP_DATA_SETS, EnumSet.of(ADMINISTRATOR)),
            Map.entry(MANAGE_PEOPLE, EnumSet.of(ADMINISTRATOR)),
            Map.entry(MANAGE_INTEGRATIONS, EnumSet.of(ADMINISTRATOR))));

    private Permission() {}

    /** The roles that carry a permission; none for a name that is not known. */
    public static Set<Role> roles(String permission) {
        return ROLES.getOrDefault(permission, Set.of());
    }

    /** Every permission, in alphabetical order. */
    public static Set<String> all() {
        return ROLES.keySet();
    }
}
