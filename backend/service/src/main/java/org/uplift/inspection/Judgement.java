package org.uplift.inspection;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The grade of one area; the area is the key under which it is kept. */
@Embeddable
class Judgement {
    private int schoolUrn;

    @Column(name = "framework")
    private String framework;

    @Column(name = "grade")
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
