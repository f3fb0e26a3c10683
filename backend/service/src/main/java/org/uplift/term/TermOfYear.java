package org.uplift.term;

import java.time.LocalDate;
import java.time.Month;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.school.AcademicYear;

/** A term of one academic year. Together the three of a year have no gap: August belongs to the summer term. */
@Schema(description = "A term of one academic year.")
public record TermOfYear(AcademicYear academicYear, TermName term) {
    /** The one that a day falls in. */
    public static TermOfYear of(LocalDate day) {
        AcademicYear year = AcademicYear.of(day);
        TermName term = day.getMonthValue() >= Month.SEPTEMBER.getValue()
                ? TermName.AUTUMN
                : day.getMonthValue() <= Month.MARCH.getValue() ? TermName.SPRING : TermName.SUMMER;
        return new TermOfYear(year, term);
    }

    /** The term of this number in the academic year that starts in a calendar year. */
    public static TermOfYear of(int year, int number) {
        return new TermOfYear(new AcademicYear(year), TermName.values()[number - 1]);
    }

    /** 1 autumn, 2 spring, 3 summer. */
    public int number() {
        return term.ordinal() + 1;
    }

    /** Its place among all terms: those that follow each other have numbers that do. */
    public int ordinal() {
        return academicYear.start() * TermName.values().length + number();
    }

    public LocalDate firstDay() {
        return switch (term) {
            case AUTUMN -> academicYear.firstDay();
            case SPRING -> LocalDate.of(academicYear.start() + 1, Month.JANUARY, 1);
            case SUMMER -> LocalDate.of(academicYear.start() + 1, Month.APRIL, 1);
        };
    }

    public LocalDate lastDay() {
        return switch (term) {
            case AUTUMN -> LocalDate.of(academicYear.start(), Month.DECEMBER, 31);
            case SPRING -> LocalDate.of(academicYear.start() + 1, Month.MARCH, 31);
            case SUMMER -> academicYear.lastDay();
        };
    }

    /** As it is written in sentences: autumn 2026/2027. */
    public String words() {
        return term.code() + " " + academicYear;
    }
}
