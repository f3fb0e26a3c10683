package org.uplift.inspection;

import jakarta.persistence.Embeddable;

/** The grade of one area; the area is the key under which it is kept. */
@Embeddable
class Judgement {
    private int schoolUrn;
    private String framework;
    private String grade;

    protected Judgement() {}

    Judgement(int schoolUrn, String framework, String grade) {
        this.schoolUrn = schoolUrn;
        this.framework = framework;
        this.grade = grade;
    }

    String grade() {
        return grade;
    }

    void change(String newGrade) {
        grade = newGrade;
    }
}
