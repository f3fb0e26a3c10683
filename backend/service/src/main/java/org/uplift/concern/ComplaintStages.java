package org.uplift.concern;

import jakarta.enterprise.context.ApplicationScoped;

/** The stages that complaints go through. */
@ApplicationScoped
class ComplaintStages implements CodeList<ComplaintStage> {
    @Override
    public String path() {
        return "/stage";
    }
}
