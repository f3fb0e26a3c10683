package org.uplift.pupil;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.RowConsumer;
import org.uplift.ingest.RowError;
import org.uplift.ingest.RowSource;
import org.uplift.ingest.StrictXml;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/**
 * The results in a Common Transfer File, as rows of results. A row has the school's {@code schoolUrn} where the file says
 * it, and {@link #LAESTAB} where it says local authority and establishment.
 *
 * <p>Two years mean two things there: the header's is the calendar year in which the academic year <em>starts</em>, that
 * of a result is the summer in which it <em>ends</em>.
 *
 * <p>The file also holds names, addresses and dates of birth. Only the elements in {@link #READ} are ever looked at; of
 * everything else not a character is taken, and nothing that is said about a file repeats its text but codes.
 *
 * <p>A result that is unknown here is an unreadable row ({@code ctf-unknown-assessment}), and so is one with a status or
 * a year that cannot be. Refused as a whole: what is no XML, or has a document type (400), and what is no such file (422).
 */
final class CtfSource implements RowSource {
    /** The column with local authority and establishment number, seven digits. */
    static final String LAESTAB = "schoolLaEstab";

    private static final ZoneId SCHOOLS = ZoneId.of("Europe/London");
    private static final String HEADER = "/CTfile/Header/";
    private static final String SCHOOL = HEADER + "SourceSchool/";
    private static final String PUPIL = "/CTfile/CTFpupilData/Pupil";
    private static final String KEY_STAGE = PUPIL + "/StageAssessments/KeyStage";
    private static final String RESULT = KEY_STAGE + "/StageAssessment";
    private static final int LONGEST_CODE = 50;

    /** All that is read; the values of an element last until it, or one that it stands in, comes again. */
    private static final Set<String> READ = Set.of(
            HEADER + "DocumentName",
            HEADER + "CTFversion",
            HEADER + "DateTime",
            HEADER + "SupplierID",
            SCHOOL + "LEA",
            SCHOOL + "Estab",
            SCHOOL + "URN",
            SCHOOL + "AcademicYear",
            PUPIL + "/UPN",
            KEY_STAGE + "/Stage",
            RESULT + "/Locale",
            RESULT + "/Year",
            RESULT + "/Subject",
            RESULT + "/Method",
            RESULT + "/Component",
            RESULT + "/ResultStatus",
            RESULT + "/ResultQualifier",
            RESULT + "/Result",
            RESULT + "/ResultDate");

    private static final Set<String> ON_THE_WAY = onTheWay();

    private final InputStream in;
    private final CtfCodes codes;
    private final AcademicYear current;

    private final Map<String, String> values = new HashMap<>();
    private Map<String, String> common = Map.of();
    private boolean headed;
    private int lastStart;
    private int index;
    private int derived;

    /** The current academic year says which versions of the format are expected. */
    CtfSource(InputStream in, CtfCodes codes, AcademicYear current) {
        this.in = in;
        this.codes = codes;
        this.current = current;
    }

    @Override
    public void read(RowConsumer rows) throws IOException {
        StrictXml xml = new StrictXml(in);
        List<String> paths = new ArrayList<>(List.of(""));
        StringBuilder text = new StringBuilder();
        for (StrictXml.Token token = xml.next(); token != StrictXml.Token.FINISH; token = xml.next()) {
            String path = paths.getLast();
            switch (token) {
                case START -> {
                    // An element that is not on the way to anything that is read has no path, nor has what is in it.
                    String inner = path.isEmpty() && paths.size() > 1 ? "" : path + "/" + xml.name();
                    paths.add(ON_THE_WAY.contains(inner) ? inner : "");
                    begin(inner);
                    text.setLength(0);
                }
                case TEXT -> {
                    if (READ.contains(path)) {
                        xml.text(text);
                    }
                }
                default -> {
                    paths.removeLast();
                    if (READ.contains(path)) {
                        values.put(path, code(text));
                    }
                    end(path, rows);
                }
            }
        }
        if (!headed) {
            throw notCtf("It has no header.");
        }
        if (derived > 0) {
            rows.note("Results that follow from another one, and were passed over: " + derived + ".");
        }
    }

    private static Set<String> onTheWay() {
        Set<String> paths = new HashSet<>();
        for (String read : READ) {
            for (int end = read.length(); end > 0; end = read.lastIndexOf('/', end - 1)) {
                paths.add(read.substring(0, end));
            }
        }
        return Set.copyOf(paths);
    }

    private static String code(StringBuilder text) {
        String code = text.toString().strip();
        return code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code;
    }

    private void begin(String path) {
        if (path.lastIndexOf('/') == 0 && !path.equals("/CTfile")) {
            throw notCtf("Its outermost element is not CTfile.");
        }
        if (path.equals("/CTfile/CTFpupilData") && !headed) {
            throw notCtf("Its header does not come first.");
        }
        if (path.equals(PUPIL) || path.equals(KEY_STAGE) || path.equals(RESULT)) {
            values.keySet().removeIf(read -> read.startsWith(path + "/"));
        }
    }

    private void end(String path, RowConsumer rows) {
        if (path.equals("/CTfile/Header")) {
            header(rows);
        } else if (path.equals(RESULT)) {
            result(rows);
        }
    }

    private static Problem notCtf(String why) {
        return Problem.invalid("/", "not-ctf", "This is no Common Transfer File. " + why);
    }

    private String value(String path) {
        return values.getOrDefault(path, "");
    }

    private void header(RowConsumer rows) {
        headed = true;
        if (!value(HEADER + "DocumentName").equalsIgnoreCase("Common Transfer File")) {
            rows.note("The header's DocumentName is not \"Common Transfer File\"; the file was read as one.");
        }
        String version = value(HEADER + "CTFversion");
        String year = value(SCHOOL + "AcademicYear");
        int start = year.matches("\\d{4}") ? Integer.parseInt(year) : current.start();
        lastStart = Math.min(start, current.start());
        if (start > current.start()) {
            rows.note("The header's AcademicYear is " + start
                    + ", which has not started; it is the calendar year in which" + " the academic year starts.");
        }
        List<String> expected = List.of(version(current), version(current.minus(1)));
        if (!expected.contains(version)) {
            rows.note("The file is of CTF version " + (version.matches("\\d{1,3}(\\.\\d{1,2})?") ? version : "unknown")
                    + "; expected are " + String.join(" and ", expected) + ". Check the rows before you rely on them.");
        }
        common = common();
        if (!common.containsKey("schoolUrn") && !common.containsKey(LAESTAB)) {
            throw Problem.invalid(
                    SCHOOL + "URN",
                    "school-missing",
                    "The header names no school: SourceSchool has neither a URN nor LEA and Estab.");
        }
    }

    private static String version(AcademicYear year) {
        return "%02d.0".formatted(year.start() % 100);
    }

    /** What is the same in every row of the file. */
    private Map<String, String> common() {
        Map<String, String> cells = new LinkedHashMap<>();
        String supplier = value(HEADER + "SupplierID");
        cells.put("sourceSystem", supplier.matches("[\\p{L}\\p{N} ._/&()+-]+") ? supplier : "CTF");
        if (value(SCHOOL + "URN").matches("\\d{6}")) {
            cells.put("schoolUrn", value(SCHOOL + "URN"));
        }
        String laEstab = value(SCHOOL + "LEA") + value(SCHOOL + "Estab");
        if (laEstab.matches("\\d{7}")) {
            cells.put(LAESTAB, laEstab);
        }
        moment(value(HEADER + "DateTime")).ifPresent(moment -> cells.put("sourceUpdatedAt", moment));
        return cells;
    }

    /** The moment at which the file was made; one without a zone is that of a clock in a school. */
    private static Optional<String> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().toString());
        } catch (DateTimeException e) {
            try {
                return Optional.of(LocalDateTime.parse(text)
                        .atZone(SCHOOLS)
                        .withZoneSameInstant(ZoneOffset.UTC)
                        .toInstant()
                        .toString());
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
    }

    private void result(RowConsumer rows) {
        Integer start = start(value(RESULT + "/Year"));
        if (start == null) {
            refuse(
                    rows,
                    "academicYear",
                    "ctf-year",
                    "The Year of a result is the summer in which it ends, and this" + " file's last is "
                            + (lastStart + 1) + "; found was \"" + shown(value(RESULT + "/Year")) + "\".");
            return;
        }
        CtfCodes.Place place = new CtfCodes.Place(
                value(KEY_STAGE + "/Stage"),
                value(RESULT + "/Subject"),
                value(RESULT + "/Method"),
                value(RESULT + "/Component"),
                value(RESULT + "/ResultQualifier"));
        String locale = value(RESULT + "/Locale");
        CtfCodes.Assessment assessment = locale.isEmpty() || locale.equals("ENG")
                ? codes.assessment(place, start).orElse(null)
                : null;
        String status = value(RESULT + "/ResultStatus");
        CtfCodes.Status settled = codes.status(status, start).orElse(null);
        if (assessment == null) {
            refuse(
                    rows,
                    "assessmentCode",
                    "ctf-unknown-assessment",
                    "Stage, subject, method, component and qualifier"
                            + " are \"" + shown(place.toString())
                            + "\"; there is no assessment here that this is a result of in "
                            + new AcademicYear(start) + ".");
        } else if (settled == null && !status.isEmpty()) {
            refuse(
                    rows,
                    "resultStatus",
                    "ctf-unknown-status",
                    "The ResultStatus is \"" + shown(status) + "\"; known are "
                            + String.join(
                                    ", ",
                                    codes.statuses().stream()
                                            .map(CtfCodes.Status::code)
                                            .sorted()
                                            .toList()) + ".");
        } else if (assessment.derived().contains(value(RESULT + "/Result"))) {
            derived++;
        } else {
            rows.row(CsvRow.of(index++, row(assessment, settled, start)));
        }
    }

    /** The academic year of a result, by its start; null when it cannot be one of this file. */
    private @Nullable Integer start(String summer) {
        int year = summer.matches("\\d{4}") ? Integer.parseInt(summer) : 0;
        return year > 1990 && year <= lastStart + 1 ? year - 1 : null;
    }

    private Map<String, String> row(CtfCodes.Assessment assessment, CtfCodes.@Nullable Status status, int start) {
        Map<String, String> cells = new LinkedHashMap<>(common);
        put(cells, "upn", value(PUPIL + "/UPN"));
        put(cells, "academicYear", new AcademicYear(start).toString());
        put(cells, "assessmentPoint", "summer");
        put(cells, "assessmentCode", assessment.assessmentCode());
        put(cells, "subject", assessment.subject());
        put(cells, "component", assessment.component());
        if (status != null) {
            put(cells, "facet", status.facet());
            put(cells, "resultStatus", status.resultStatus());
        }
        String result = value(RESULT + "/Result");
        if (assessment.scored() && result.matches("\\d{1,3}(\\.\\d{1,3})?")) {
            put(cells, "score", result);
        } else {
            put(cells, "gradeSet", assessment.gradeSet());
            put(cells, "grade", result);
        }
        put(cells, "resultDate", value(RESULT + "/ResultDate"));
        return cells;
    }

    private static void put(Map<String, String> cells, String field, String value) {
        if (!value.isEmpty()) {
            cells.put(field, value);
        }
    }

    private void refuse(RowConsumer rows, String field, String code, String message) {
        rows.unreadable(index, RowError.at(index, field, code, message));
        index++;
    }

    /** A code as it may be shown; what is no code is not. */
    private static String shown(String text) {
        return text.matches("[A-Z0-9]{0,5}( / [A-Z0-9]{0,5})*") ? text : "something that is no code";
    }
}
