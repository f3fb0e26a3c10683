package org.uplift.stack.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Published key stage 2 results of a year: each primary school, the local authority, which does not exist, and England with
 * the rates that the DfE has published.
 */
final class PublishedFile {
    /** Per cent at the expected standard in England: reading, writing and maths; reading; writing; maths; GPS. */
    private static final Map<Integer, List<Integer>> ENGLAND = Map.of(
            2021, List.of(59, 75, 69, 71, 72),
            2022, List.of(60, 73, 71, 73, 72),
            2023, List.of(61, 74, 72, 73, 72),
            2024, List.of(62, 75, 72, 74, 73));

    private PublishedFile() {}

    static String of(InventedTrust trust, int taught) {
        StringBuilder csv =
                new StringBuilder("RECTYPE,LEA,ESTAB,URN,SCHNAME,TELIG,PTRWM_EXP,PTRWM_HIGH,PTREAD_EXP,READ_AVERAGE,"
                        + "PTWRITTA_EXP,PTMAT_EXP,MAT_AVERAGE,PTGPS_EXP\n");
        List<Pupil> all = new ArrayList<>();
        for (School school : trust.primaries()) {
            List<Pupil> cohort = trust.pupils(school, 6, taught);
            all.addAll(cohort);
            csv.append("1,999,")
                    .append(school.establishment())
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
                percent(cohort, Pupil::meetsWriting),
                percent(cohort, pupil -> pupil.maths() >= 100),
                String.valueOf(Math.round(
                        cohort.stream().mapToInt(Pupil::maths).average().orElse(0))),
                percent(cohort, pupil -> pupil.spelling() >= 100));
    }

    private static String percent(List<Pupil> cohort, Predicate<Pupil> meets) {
        return Math.round(100.0 * cohort.stream().filter(meets).count() / cohort.size()) + "%";
    }
}
