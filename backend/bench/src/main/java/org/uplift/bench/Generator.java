package org.uplift.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.stack.PupilNumber;

/**
 * Makes schools that do not exist, their pupils and what is known of them. Everything follows from the seed and from what
 * it is about: a pupil keeps number and abilities from year to year, and is the same in a larger trust.
 */
final class Generator {
    /** Results in a year of a school with one pupil in each year group. */
    static final int RESULTS_OF_A_CLASS_OF_ONE = 17 + 6 * 9 + 1 + 1 + 5;

    private static final long SEED = 20_261_124;
    private static final String SOURCE_SYSTEM = "example-mis";
    private static final int LOCAL_AUTHORITY = 999;
    private static final int FIRST_URN = 900_001;
    private static final int RECEPTION_TO_YEAR_6 = 7;
    private static final List<String> TERMS = List.of("autumn", "spring", "summer");
    private static final List<Integer> SESSIONS = List.of(142, 118, 120);
    private static final List<String> TERMLY_SUBJECTS = List.of("REA", "WRI", "MAT");
    /** Of each set of grades first what most reach, then what is below, at the end what is above. */
    private static final List<String> TERMLY_GRADES = List.of("EXS", "WTS", "BLW", "GDS");

    private static final List<String> WRITING_GRADES = List.of("EXS", "WTS", "PK6", "GDS");
    private static final List<String> SCIENCE_GRADES = List.of("EXS", "HNM");
    private static final List<String> GOAL_GRADES = List.of("2", "1");

    /**
     * How much there is.
     *
     * @param schools primary schools, from URN 900001 up
     * @param firstYear the academic year from which there is data, by the calendar year in which it starts
     * @param years how many academic years
     * @param pupils pupils in each year group, at most 999
     */
    record Shape(int schools, int firstYear, int years, int pupils) {
        IntStream urns() {
            return IntStream.range(FIRST_URN, FIRST_URN + schools);
        }

        /** How many results there are. */
        long results() {
            return (long) schools * years * pupils * RESULTS_OF_A_CLASS_OF_ONE;
        }

        IntStream academicYears() {
            return IntStream.range(firstYear, firstYear + years);
        }
    }

    /** A pupil in a year; {@code yearGroup} 0 is reception, {@code ability} has the mean 0 and the deviation 1. */
    private record Pupil(
            int urn,
            int year,
            int yearGroup,
            String upn,
            SplittableRandom random,
            double ability,
            boolean disadvantaged) {
        String academicYear() {
            return year + "/" + (year + 1);
        }
    }

    private final Shape shape;

    Generator(Shape shape) {
        this.shape = shape;
    }

    /** The register of the schools, in the columns of Get Information about Schools. */
    String register() {
        StringBuilder csv = new StringBuilder("URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,"
                + "TypeOfEstablishment (name),EstablishmentStatus (name),PhaseOfEducation (name),StatutoryLowAge,"
                + "StatutoryHighAge,SchoolCapacity,CensusDate,NumberOfPupils,PercentageFSM,Town\n");
        shape.urns()
                .forEach(urn -> csv.append(String.join(
                                ",",
                                String.valueOf(urn),
                                String.valueOf(LOCAL_AUTHORITY),
                                "Exampleshire",
                                String.valueOf(establishment(urn)),
                                "Example Primary School " + (urn - FIRST_URN + 1),
                                "Academy converter",
                                "Open",
                                "Primary",
                                "4",
                                "11",
                                String.valueOf(shape.pupils() * (RECEPTION_TO_YEAR_6 + 1)),
                                "20-01-" + (shape.firstYear() + shape.years()),
                                String.valueOf(shape.pupils() * RECEPTION_TO_YEAR_6),
                                String.valueOf(10 + urn % 30),
                                "Exampleton"))
                        .append('\n'));
        return csv.toString();
    }

    private static int establishment(int urn) {
        return 2000 + urn - FIRST_URN + 1;
    }

    Rows pupils() {
        return new Rows(
                "pupils",
                List.of(
                        "sourceSystem",
                        "schoolUrn",
                        "upn",
                        "academicYear",
                        "yearGroup",
                        "sex",
                        "disadvantaged",
                        "senProvision",
                        "eal",
                        "lookedAfter",
                        "priorAttainment",
                        "mobile",
                        "sourceUpdatedAt"),
                () -> everybody().map(Generator::pupil));
    }

    private static List<@Nullable Object> pupil(Pupil pupil) {
        SplittableRandom random = pupil.random();
        double need = random.nextDouble();
        return Arrays.asList(
                SOURCE_SYSTEM,
                pupil.urn(),
                pupil.upn(),
                pupil.academicYear(),
                pupil.yearGroup() == 0 ? "R" : String.valueOf(pupil.yearGroup()),
                random.nextBoolean() ? "F" : "M",
                pupil.disadvantaged(),
                need < 0.04 ? "E" : need < 0.18 ? "K" : "N",
                random.nextDouble() < 0.2,
                random.nextDouble() < 0.01,
                pupil.yearGroup() < 3
                        ? null
                        : pupil.ability() < -0.7 ? "low" : pupil.ability() < 0.8 ? "middle" : "high",
                random.nextDouble() < 0.05,
                pupil.year() + "-10-02T08:00:00Z");
    }

    /**
     * Statutory and termly results.
     *
     * @param revision 0 for the first; each further one has another value in every row and a later moment
     */
    Rows results(int revision) {
        return new Rows(
                "assessment-results",
                List.of(
                        "sourceSystem",
                        "schoolUrn",
                        "upn",
                        "academicYear",
                        "assessmentPoint",
                        "assessmentCode",
                        "subject",
                        "component",
                        "facet",
                        "gradeSet",
                        "grade",
                        "score",
                        "resultDate",
                        "sourceUpdatedAt",
                        "resultStatus"),
                () -> everybody().flatMap(pupil -> results(pupil, revision)));
    }

    private static Stream<List<@Nullable Object>> results(Pupil pupil, int revision) {
        Results results = new Results(pupil, revision);
        return switch (pupil.yearGroup()) {
            case 0 -> IntStream.rangeClosed(1, 17).mapToObj(results::goal);
            case 1 -> Stream.concat(results.termly(), Stream.of(results.mark("PHONICS", 33, 40)));
            case 4 -> Stream.concat(results.termly(), Stream.of(results.mark("MTC", 20, 25)));
            case 6 -> Stream.concat(results.termly(), results.keyStage2());
            default -> results.termly();
        };
    }

    /** The results of one pupil in one year. */
    private record Results(Pupil pupil, int revision) {
        List<@Nullable Object> goal(int goal) {
            return graded("summer", "EYFSP", goal < 10 ? "E0" + goal : "E" + goal, "", "EYFSP", GOAL_GRADES);
        }

        Stream<List<@Nullable Object>> termly() {
            return TERMS.stream()
                    .flatMap(term -> TERMLY_SUBJECTS.stream()
                            .map(subject -> graded(term, "TA", subject, "", "TRUST_TA", TERMLY_GRADES)));
        }

        Stream<List<@Nullable Object>> keyStage2() {
            return Stream.concat(
                    Stream.of("REA", "MAT", "GPS").map(subject -> scored("KS2", subject, "TEST", 80, 105, 120)),
                    Stream.of(
                            graded("summer", "KS2", "WRI", "TA", "KS2_TA", WRITING_GRADES),
                            graded("summer", "KS2", "SCI", "TA", "KS2_TA_SCIENCE", SCIENCE_GRADES)));
        }

        List<@Nullable Object> mark(String code, int usual, int highest) {
            return scored(code, "", "", 0, usual, highest);
        }

        private List<@Nullable Object> scored(
                String code, String subject, String component, int lowest, int usual, int highest) {
            double drawn = usual
                    + (highest - lowest)
                            / 6.0
                            * (pupil.ability() + pupil.random().nextGaussian(0, 0.4));
            int first = (int) Math.round(Math.clamp(drawn, lowest, highest));
            int score = lowest + (first - lowest + revision) % (highest - lowest + 1);
            return row("summer", code, subject, component, null, null, score);
        }

        private List<@Nullable Object> graded(
                String point, String code, String subject, String component, String set, List<String> grades) {
            double drawn = pupil.ability() + pupil.random().nextGaussian(0, 0.4);
            int first = drawn < -0.5 ? 1 : drawn > 1.2 && grades.size() > 2 ? grades.size() - 1 : 0;
            return row(point, code, subject, component, set, grades.get((first + revision) % grades.size()), null);
        }

        private List<@Nullable Object> row(
                String point,
                String code,
                String subject,
                String component,
                @Nullable String set,
                @Nullable String grade,
                @Nullable Integer score) {
            String day = switch (point) {
                case "autumn" -> pupil.year() + "-12-04";
                case "spring" -> (pupil.year() + 1) + "-03-20";
                default -> (pupil.year() + 1) + "-06-26";
            };
            return Arrays.asList(
                    SOURCE_SYSTEM,
                    pupil.urn(),
                    pupil.upn(),
                    pupil.academicYear(),
                    point,
                    code,
                    blank(subject),
                    blank(component),
                    "achieved",
                    set,
                    grade,
                    score,
                    day,
                    day + "T12:%02d:%02dZ".formatted(revision / 60 % 60, revision % 60),
                    "final");
        }

        private static @Nullable String blank(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    Rows attendance() {
        return new Rows(
                "attendance",
                List.of(
                        "sourceSystem",
                        "schoolUrn",
                        "upn",
                        "academicYear",
                        "term",
                        "sessionsPossible",
                        "sessionsAuthorisedAbsence",
                        "sessionsUnauthorisedAbsence",
                        "sourceUpdatedAt"),
                () -> everybody()
                        .flatMap(pupil -> IntStream.range(0, TERMS.size()).mapToObj(term -> attendance(pupil, term))));
    }

    private static List<@Nullable Object> attendance(Pupil pupil, int term) {
        int possible = SESSIONS.get(term);
        double missed = 0.05 * Math.exp(pupil.random().nextGaussian(0, 0.8)) * (pupil.disadvantaged() ? 1.5 : 1);
        int authorised = (int) Math.round(possible * Math.min(missed, 0.6) * 0.75);
        int unauthorised = (int) Math.round(possible * Math.min(missed, 0.6) * 0.25);
        String ended = List.of(pupil.year() + "-12-18", (pupil.year() + 1) + "-04-02", (pupil.year() + 1) + "-07-20")
                .get(term);
        return Arrays.asList(
                SOURCE_SYSTEM,
                pupil.urn(),
                pupil.upn(),
                pupil.academicYear(),
                TERMS.get(term),
                possible,
                authorised,
                unauthorised,
                ended + "T16:00:00Z");
    }

    /** Every pupil in every year, by school and year. */
    private Stream<Pupil> everybody() {
        return shape.urns()
                .boxed()
                .flatMap(urn -> shape.academicYears()
                        .boxed()
                        .flatMap(year -> IntStream.range(0, RECEPTION_TO_YEAR_6)
                                .boxed()
                                .flatMap(group -> IntStream.rangeClosed(1, shape.pupils())
                                        .mapToObj(serial -> pupil(urn, year, group, serial)))));
    }

    private static Pupil pupil(int urn, int year, int group, int serial) {
        int entered = year - group;
        SplittableRandom born = new SplittableRandom(SEED + (urn * 100L + entered % 100) * 1000L + serial);
        boolean disadvantaged = born.nextDouble() < 0.25;
        double ability = born.nextGaussian() - (disadvantaged ? 0.4 : 0) + (urn % 7 - 3) * 0.08;
        return new Pupil(
                urn,
                year,
                group,
                PupilNumber.of(LOCAL_AUTHORITY, establishment(urn), entered, serial),
                new SplittableRandom(born.nextLong() + year),
                ability,
                disadvantaged);
    }
}
