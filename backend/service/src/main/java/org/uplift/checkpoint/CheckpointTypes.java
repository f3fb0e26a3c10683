package org.uplift.checkpoint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** The code list of kinds of checkpoints. It holds no school data. */
@ApplicationScoped
class CheckpointTypes implements PanacheRepositoryBase<CheckpointType, String> {
    List<CheckpointType> inOrder() {
        return list("order by position, code");
    }

    /** The type with this code; 422 when there is none on a day. */
    CheckpointType on(LocalDate day, String code) {
        CheckpointType type = findByIdOptional(code)
                .orElseThrow(() -> Problem.invalid(
                        "/type",
                        "unknown-code",
                        "There is no type of checkpoint \"" + code + "\"; see /checkpoint-types."));
        if (!type.isValidOn(day)) {
            throw Problem.invalid(
                    "/type", "not-valid", type.label() + " is not in use on " + Words.day(day) + "; choose another.");
        }
        return type;
    }
}
