package org.uplift.stack.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Inspections in both frameworks, in the columns of Ofsted's monthly management information. */
final class InspectionFile {
    private InspectionFile() {}

    static String of(InventedTrust trust) {
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
        Random random = new Random(InventedTrust.SEED);
        String none = "NULL";
        for (School school : trust.schools()) {
            boolean card = school.urn() % 3 == 1;
            boolean ungraded = school.urn() % 3 == 2;
            String overall = school.strength() > 104 ? "1" : school.strength() > 100 ? "2" : "3";
            String lowest = overall.equals("1") ? "2" : overall;
            String start =
                    "%02d/%02d/%d".formatted(3 + random.nextInt(20), 2 + random.nextInt(5), 2017 + random.nextInt(6));
            String again = "%02d/11/2023".formatted(6 + random.nextInt(15));
            String cardStart = "%02d/03/2026".formatted(3 + random.nextInt(18));
            List<String> row = new ArrayList<>(List.of(
                    String.valueOf(school.urn()), School.LOCAL_AUTHORITY + "" + school.establishment(), school.name()));
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
}
