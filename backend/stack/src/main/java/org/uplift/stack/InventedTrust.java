package org.uplift.stack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** Schools and pupils that do not exist, made from a seed. Rates for England are those that the DfE has published. */
final class InventedTrust {
    private static final int LOCAL_AUTHORITY = 999;
    private static final long SEED = 20_261_124;
    private static final List<String> NAMES = List.of(
            "Alder Grove Primary School",
            "Birch Hill Primary School",
            "Cedar Lane Primary School",
            "Damson Green Primary School",
            "Elm Road Junior School",
            "Fernbrook Primary School",
            "Gorse Common Primary School",
            "Hawthorn Vale Primary School",
            "Ivy Bridge CofE Primary School",
            "Juniper Park Primary School",
            "Kestrel Heath School");

    /** Per cent at the expected standard in England: reading, writing and maths; reading; writing; maths; GPS. */
    private static final Map<Integer, List<Integer>> ENGLAND = Map.of(
            2021, List.of(59, 75, 69, 71, 72),
            2022, List.of(60, 73, 71, 73, 72),
            2023, List.of(61, 74, 72, 73, 72),
            2024, List.of(62, 75, 72, 74, 73));

    record School(
            int urn,
            String name,
            boolean primary,
            double strength,
            double trend,
            int pupilsPerYear,
            LocalDate joinedOn) {}

    record Pupil(
            String upn,
            String sex,
            boolean disadvantaged,
            String sen,
            boolean eal,
            String prior,
            boolean mobile,
            int reading,
            int maths,
            int spelling,
            String writing) {
        boolean meetsAll() {
            return reading >= 100 && maths >= 100 && (writing.equals("EXS") || writing.equals("GDS"));
        }
    }

    /** A plan to make, by its author. */
    record Plan(int schoolUrn, String author, List<Focus> priorities) {}

    /** A priority with its evidence and its targets. */
    record Focus(Map<String, Object> priority, Map<String, Object> evidence, List<Map<String, Object>> targets) {}

    private final int year;
    private final List<School> schools = new ArrayList<>();
    private final Map<String, List<Pupil>> pupils = new HashMap<>();

    /** A trust as it is in an academic year, by the calendar year in which it starts. */
    InventedTrust(int year) {
        this.year = year;
        Random random = new Random(SEED);
        for (int at = 0; at < NAMES.size(); at++) {
            schools.add(new School(
                    900001 + at,
                    NAMES.get(at),
                    at < 10,
                    98.5 + random.nextDouble() * 8,
                    random.nextDouble() * 1.6 - 0.6,
                    at == 3 ? 9 : 24 + random.nextInt(34),
                    LocalDate.of(2016 + random.nextInt(6), 9, 1)));
        }
        for (School school : primaries()) {
            for (int taught = year - 5; taught <= year; taught++) {
                pupils.put(key(school, taught), cohort(school, taught));
            }
        }
    }

    List<School> schools() {
        return schools;
    }

    List<School> primaries() {
        return schools.stream().filter(School::primary).toList();
    }

    private static String key(School school, int taught) {
        return school.urn() + "-" + taught;
    }

    private List<Pupil> cohort(School school, int taught) {
        Random random = new Random(SEED + school.urn() * 100L + taught);
        List<Pupil> cohort = new ArrayList<>();
        double mean = school.strength() + school.trend() * (taught - year + 3);
        for (int serial = 1; serial <= school.pupilsPerYear(); serial++) {
            boolean disadvantaged = random.nextDouble() < 0.26;
            double draw = random.nextDouble();
            String sen = draw < 0.04 ? "E" : draw < 0.19 ? "K" : "N";
            double ability = mean
                    + random.nextGaussian() * 7
                    - (disadvantaged ? 3.2 : 0)
                    - (sen.equals("E") ? 12 : sen.equals("K") ? 6 : 0);
            double forWriting = ability + random.nextGaussian() * 4;
            cohort.add(new Pupil(
                    PupilNumber.of(LOCAL_AUTHORITY, establishment(school.urn()), taught - 6, serial),
                    random.nextBoolean() ? "F" : "M",
                    disadvantaged,
                    sen,
                    random.nextDouble() < 0.18,
                    ability < 98 ? "low" : ability < 107 ? "middle" : "high",
                    random.nextDouble() < 0.06,
                    score(ability + random.nextGaussian() * 4),
                    score(ability + random.nextGaussian() * 4),
                    score(ability + random.nextGaussian() * 4),
                    forWriting >= 110 ? "GDS" : forWriting >= 99 ? "EXS" : forWriting >= 86 ? "WTS" : "PK5"));
        }
        return cohort;
    }

    private static int score(double ability) {
        return (int) Math.round(Math.clamp(ability, 80, 120));
    }

    private static int establishment(int urn) {
        return 2000 + urn % 1000;
    }

    /** The register of the trust, in the columns of Get Information about Schools. */
    String register() {
        StringBuilder csv = new StringBuilder(
                "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,"
                        + "TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,CloseDate,PhaseOfEducation (name),"
                        + "StatutoryLowAge,StatutoryHighAge,ReligiousCharacter (name),Diocese (name),SchoolCapacity,CensusDate,"
                        + "NumberOfPupils,PercentageFSM,UKPRN,Town,Postcode,GOR (name),Easting,Northing,Linked establishments\n");
        for (School school : schools) {
            boolean church = school.name().contains("CofE");
            int roll = school.pupilsPerYear() * (school.primary() ? 7 : 30);
            csv.append(String.join(
                            ",",
                            String.valueOf(school.urn()),
                            "999",
                            "Exampleshire",
                            String.valueOf(establishment(school.urn())),
                            school.name(),
                            "Academy converter",
                            "Open",
                            "01-09-2012",
                            "",
                            school.primary() ? "Primary" : "Secondary",
                            school.primary() ? (school.name().contains("Junior") ? "7" : "4") : "11",
                            school.primary() ? "11" : "18",
                            church ? "Church of England" : "Does not apply",
                            church ? "Diocese of Exampleshire" : "Not applicable",
                            String.valueOf(roll + 20),
                            "15-01-" + year,
                            String.valueOf(roll),
                            String.valueOf(8 + school.urn() % 19),
                            String.valueOf(10_900_000 + school.urn() % 1000),
                            "Exampletown",
                            "ZZ9 " + (school.urn() % 9 + 1) + "ZZ",
                            "South East",
                            String.valueOf(500_000 + school.urn() % 100 * 700),
                            String.valueOf(150_000 + school.urn() % 100 * 400),
                            "Does not have links"))
                    .append('\n');
        }
        return csv.toString();
    }

    /** Inspections in both frameworks, in the columns of Ofsted's monthly management information. */
    String inspections() {
        StringBuilder csv = new StringBuilder("URN,LAESTAB,School name,Inspection type,Inspection start date,"
                + "Publication date,Does the latest full inspection relate to the URN of the current school?,"
                + "Safeguarding standards,Inclusion,Curriculum and teaching,Achievement,Attendance and behaviour,"
                + "Personal development and wellbeing,Early years (where applicable),"
                + "Post-16 provision (where applicable),Leadership and governance,"
                + "Inspection type of latest OEIF graded inspection,Inspection start date of latest OEIF graded inspection,"
                + "Publication date of latest OEIF graded inspection,"
                + "Does the latest OEIF graded inspection relate to the URN of the current school?,"
                + "Latest OEIF category of concern,Latest OEIF overall effectiveness,Latest OEIF quality of education,"
                + "Latest OEIF behaviour and attitudes,Latest OEIF personal development,"
                + "Latest OEIF effectiveness of leadership and management,Latest OEIF safeguarding is effective?,"
                + "Latest OEIF early years provision (where applicable),"
                + "Latest OEIF sixth form provision (where applicable),Date of latest ungraded inspection,"
                + "Ungraded inspection publication date,Ungraded inspection overall outcome,Category of concern,"
                + "Most recent category of concern\n");
        Random random = new Random(SEED);
        String none = "NULL";
        for (School school : schools) {
            boolean card = school.urn() % 3 == 1;
            boolean ungraded = school.urn() % 3 == 2;
            String overall = school.strength() > 104 ? "1" : school.strength() > 100 ? "2" : "3";
            String lowest = overall.equals("1") ? "2" : overall;
            String start =
                    "%02d/%02d/%d".formatted(3 + random.nextInt(20), 2 + random.nextInt(5), 2017 + random.nextInt(6));
            String again = "%02d/11/2023".formatted(6 + random.nextInt(15));
            String cardStart = "%02d/03/2026".formatted(3 + random.nextInt(18));
            List<String> row = new ArrayList<>(List.of(
                    String.valueOf(school.urn()), LOCAL_AUTHORITY + "" + establishment(school.urn()), school.name()));
            row.addAll(
                    card
                            ? List.of(
                                    "S5 Inspection",
                                    cardStart,
                                    cardStart.replace("/03/", "/05/"),
                                    "Yes",
                                    "Met",
                                    "Strong standard",
                                    "Expected standard",
                                    school.strength() > 102 ? "Strong standard" : "Expected standard",
                                    "Expected standard",
                                    "Strong standard",
                                    school.primary() ? "Expected standard" : "Not applicable",
                                    school.primary() ? "Not applicable" : "Expected standard",
                                    "Expected standard")
                            : List.of(none, none, none, none, none, none, none, none, none, none, none, none, none));
            row.addAll(List.of(
                    "S5 Inspection",
                    start,
                    start,
                    "Yes",
                    none,
                    overall,
                    overall,
                    "2",
                    lowest,
                    overall,
                    "Yes",
                    school.primary() ? "2" : "8",
                    school.primary() ? "8" : "2"));
            row.addAll(
                    ungraded && !overall.equals("3")
                            ? List.of(
                                    again,
                                    again,
                                    overall.equals("1") ? "School remains Outstanding" : "School remains Good")
                            : List.of(none, none, none));
            row.addAll(List.of(none, none));
            csv.append(String.join(",", row)).append('\n');
        }
        return csv.toString();
    }

    /** Published results of a year: each primary school, the local authority, which does not exist, and England. */
    String published(int taught) {
        StringBuilder csv =
                new StringBuilder("RECTYPE,LEA,ESTAB,URN,SCHNAME,TELIG,PTRWM_EXP,PTRWM_HIGH,PTREAD_EXP,READ_AVERAGE,"
                        + "PTWRITTA_EXP,PTMAT_EXP,MAT_AVERAGE,PTGPS_EXP\n");
        List<Pupil> all = new ArrayList<>();
        for (School school : primaries()) {
            List<Pupil> cohort = of(school, taught);
            all.addAll(cohort);
            csv.append("1,999,")
                    .append(establishment(school.urn()))
                    .append(',')
                    .append(school.urn())
                    .append(',')
                    .append(school.name())
                    .append(',')
                    .append(cohort.size())
                    .append(',')
                    .append(publishedFigures(cohort))
                    .append('\n');
        }
        csv.append("3,999,,,Exampleshire,")
                .append(all.size())
                .append(',')
                .append(publishedFigures(all))
                .append('\n');
        List<Integer> england = ENGLAND.get(taught);
        if (england != null) {
            csv.append("5,,,,NATIONAL,,")
                    .append(england.get(0))
                    .append("%,,")
                    .append(england.get(1))
                    .append("%,,")
                    .append(england.get(2))
                    .append("%,")
                    .append(england.get(3))
                    .append("%,,")
                    .append(england.get(4))
                    .append("%\n");
        }
        return csv.toString();
    }

    private static String publishedFigures(List<Pupil> cohort) {
        return String.join(
                ",",
                percent(cohort, Pupil::meetsAll),
                percent(
                        cohort,
                        pupil -> pupil.reading() >= 110
                                && pupil.maths() >= 110
                                && pupil.writing().equals("GDS")),
                percent(cohort, pupil -> pupil.reading() >= 100),
                String.valueOf(Math.round(
                        cohort.stream().mapToInt(Pupil::reading).average().orElse(0))),
                percent(
                        cohort,
                        pupil ->
                                pupil.writing().equals("EXS") || pupil.writing().equals("GDS")),
                percent(cohort, pupil -> pupil.maths() >= 100),
                String.valueOf(Math.round(
                        cohort.stream().mapToInt(Pupil::maths).average().orElse(0))),
                percent(cohort, pupil -> pupil.spelling() >= 100));
    }

    private static String percent(List<Pupil> cohort, Predicate<Pupil> meets) {
        return Math.round(100.0 * cohort.stream().filter(meets).count() / cohort.size()) + "%";
    }

    private List<Pupil> of(School school, int taught) {
        return pupils.getOrDefault(key(school, taught), List.of());
    }

    /** The pupils of year 6 as a management information system sends them. */
    List<Map<String, Object>> pupils(School school, int taught) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Pupil pupil : of(school, taught)) {
            Map<String, Object> row = row(school, pupil, taught, taught + "-08-31T08:00:00Z");
            row.put("yearGroup", "6");
            row.put("sex", pupil.sex());
            row.put("disadvantaged", pupil.disadvantaged());
            row.put("senProvision", pupil.sen());
            row.put("eal", pupil.eal());
            row.put("lookedAfter", false);
            row.put("priorAttainment", pupil.prior());
            row.put("mobile", pupil.mobile());
            rows.add(row);
        }
        return rows;
    }

    /** The results of a year: its summer when that is past, and for the present year what its autumn has shown. */
    List<Map<String, Object>> results(School school, int taught, LocalDate today) {
        LocalDate summer = LocalDate.of(taught + 1, 7, 7);
        LocalDate autumn = LocalDate.of(taught, 11, 6);
        List<Map<String, Object>> rows = new ArrayList<>();
        if (summer.isBefore(today)) {
            of(school, taught)
                    .forEach(pupil -> rows.addAll(results(school, pupil, taught, "summer", summer, 0, "final")));
        } else if (autumn.isBefore(today)) {
            of(school, taught)
                    .forEach(pupil -> rows.addAll(
                            results(school, pupil, taught, "autumn", autumn, 3 + school.urn() % 3, "provisional")));
        }
        return rows;
    }

    private static List<Map<String, Object>> results(
            School school, Pupil pupil, int taught, String point, LocalDate day, int shift, String status) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Map.of("REA", pupil.reading(), "MAT", pupil.maths(), "GPS", pupil.spelling())
                .forEach((subject, score) -> {
                    Map<String, Object> row = result(school, pupil, taught, point, day, subject, "TEST", status);
                    row.put("score", Math.clamp(score + shift, 80, 120));
                    rows.add(row);
                });
        Map<String, Object> writing = result(school, pupil, taught, point, day, "WRI", "TA", status);
        writing.put("gradeSet", "KS2_TA");
        writing.put("grade", pupil.writing());
        rows.add(writing);
        return rows;
    }

    private static Map<String, Object> result(
            School school,
            Pupil pupil,
            int taught,
            String point,
            LocalDate day,
            String subject,
            String component,
            String status) {
        Map<String, Object> row = row(school, pupil, taught, day + "T12:00:00Z");
        row.put("assessmentPoint", point);
        row.put("assessmentCode", "KS2");
        row.put("subject", subject);
        row.put("component", component);
        row.put("facet", "achieved");
        row.put("resultDate", day.toString());
        row.put("resultStatus", status);
        return row;
    }

    private static Map<String, Object> row(School school, Pupil pupil, int taught, String updated) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sourceSystem", "mis-demo");
        row.put("schoolUrn", school.urn());
        row.put("upn", pupil.upn());
        row.put("academicYear", taught + "/" + (taught + 1));
        row.put("sourceUpdatedAt", updated);
        return row;
    }

    /** What the schools have planned for the year. */
    List<Plan> plans() {
        return List.of(
                new Plan(
                        900001,
                        "head.900001",
                        List.of(
                                focus(
                                        900001,
                                        "Reading, writing and maths together",
                                        "Too few pupils reach the expected standard in all three subjects, though most do in"
                                                + " each of them.",
                                        List.of(
                                                target(900001, "KS2_RWM_EXP", "ALL", 6),
                                                target(900001, "KS2_RWM_EXP", "DISADVANTAGED", 8))),
                                focus(
                                        900001,
                                        "Fluent arithmetic in key stage 2",
                                        "Maths results vary from year to year; pupils lose marks in arithmetic.",
                                        List.of(
                                                target(900001, "KS2_MAT_EXP", "ALL", 3),
                                                target(900001, "KS2_MAT_AVG", "ALL", 1))))),
                new Plan(
                        900002,
                        "head.900002",
                        List.of(focus(
                                900002,
                                "Writing at greater length",
                                "Writing is the subject in which fewest pupils reach the expected standard.",
                                List.of(
                                        target(900002, "KS2_WRIT_EXP", "ALL", 5),
                                        target(900002, "KS2_RWM_EXP", "ALL", 4))))),
                new Plan(
                        900003,
                        TRUST_LEADER,
                        List.of(focus(
                                900003,
                                "Reading for meaning",
                                "Reading has slipped for two years; inference is the weak point.",
                                List.of(target(900003, "KS2_READ_EXP", "ALL", 5))))));
    }

    private static final String TRUST_LEADER = "trust.leader";

    private Focus focus(int urn, String title, String rationale, List<Map<String, Object>> targets) {
        return new Focus(
                Map.of("title", title, "rationale", rationale, "leadRole", "Headteacher"),
                Map.of("kind", "outcome", "reference", "KS2_RWM_EXP", "label", "Key stage 2 results of school " + urn),
                targets);
    }

    private Map<String, Object> target(int urn, String measure, String group, int gain) {
        School school = schools.get(urn - 900001);
        List<Pupil> before = of(school, year - 1).stream()
                .filter(pupil -> group.equals("ALL") || pupil.disadvantaged())
                .toList();
        double baseline = switch (measure) {
            case "KS2_RWM_EXP" -> share(before, Pupil::meetsAll);
            case "KS2_READ_EXP" -> share(before, pupil -> pupil.reading() >= 100);
            case "KS2_MAT_EXP" -> share(before, pupil -> pupil.maths() >= 100);
            case "KS2_WRIT_EXP" ->
                share(
                        before,
                        pupil ->
                                pupil.writing().equals("EXS") || pupil.writing().equals("GDS"));
            case "KS2_MAT_AVG" ->
                before.stream().mapToInt(Pupil::maths).average().orElse(100);
            default -> throw new IllegalArgumentException(measure);
        };
        double start = Math.round(baseline * 10) / 10.0;
        double aim = Math.round((baseline + gain) * 10) / 10.0;
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("measureCode", measure);
        target.put("cohort", "6");
        target.put("pupilGroup", group);
        target.put("baselineValue", start);
        target.put("baselineDate", year + "-07-31");
        target.put("targetValue", aim);
        target.put("dueDate", (year + 1) + "-07-31");
        target.put("dueAcademicYear", year + "/" + (year + 1));
        target.put("dueAssessmentPoint", "summer");
        target.put(
                "trajectory",
                List.of(
                        Map.of("date", year + "-12-18", "value", Math.round((start + (aim - start) * 0.3) * 10) / 10.0),
                        Map.of(
                                "date",
                                (year + 1) + "-03-31",
                                "value",
                                Math.round((start + (aim - start) * 0.7) * 10) / 10.0)));
        return target;
    }

    private static double share(List<Pupil> cohort, Predicate<Pupil> meets) {
        return cohort.isEmpty() ? 0 : 100.0 * cohort.stream().filter(meets).count() / cohort.size();
    }
}
