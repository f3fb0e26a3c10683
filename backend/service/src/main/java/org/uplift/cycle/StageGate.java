package org.uplift.cycle;

import java.util.ArrayList;
import java.util.List;
import org.uplift.cycle.PriorityState.UnfinishedAction;

/** Lists what is missing before a cycle may enter a stage. */
final class StageGate {
    private final PlanState plan;
    private final Stage from;
    private final List<PriorityState> priorities;

    StageGate(PlanState plan) {
        this.plan = plan;
        from = plan.stage();
        priorities = plan.priorities();
    }

    /** What is missing for a stage; nothing where one may go freely, or goes back. */
    List<Blocker> blockers(Stage to) {
        if (from.back().contains(to)) {
            return List.of();
        }
        List<Blocker> blockers = new ArrayList<>();
        if (!from.next().contains(to)) {
            blockers.add(new Blocker(
                    "stage-order",
                    "From " + from.words() + " a cycle does not go to " + to.words() + " at once.",
                    link() + "/stage"));
        }
        switch (to) {
            case PLANNING, MONITORING -> {}
            case TARGET_SETTING -> planned(blockers);
            case IMPLEMENTING -> {
                if (from != Stage.MONITORING) {
                    planned(blockers);
                    promised(blockers);
                }
            }
            case EVALUATING -> monitored(blockers);
            case CLOSED -> evaluated(blockers);
        }
        return List.copyOf(blockers);
    }

    private void planned(List<Blocker> blockers) {
        if (priorities.isEmpty()) {
            blockers.add(new Blocker("no-priority", "The cycle has no priority.", link() + "/priorities"));
        }
        for (PriorityState priority : priorities) {
            if (!priority.rationale()) {
                blockers.add(of(priority, "no-rationale", "has no rationale."));
            }
            if (priority.evidence() == 0) {
                blockers.add(of(priority, "no-evidence", "has no link to evidence."));
            }
            if (!priority.lead()) {
                blockers.add(of(priority, "no-lead", "has no named lead."));
            }
        }
    }

    private void promised(List<Blocker> blockers) {
        for (PriorityState priority : priorities) {
            if (priority.targets() == 0) {
                blockers.add(new Blocker(
                        "no-target",
                        words(priority, "has no target with baseline, value and due date."),
                        priority.link() + "/targets"));
            }
            if (priority.actions() == 0) {
                blockers.add(noAction(priority));
            }
        }
        String unapproved = plan.unapproved();
        if (unapproved != null) {
            blockers.add(new Blocker("no-approval", unapproved, link() + "/approval"));
        }
    }

    private static Blocker noAction(PriorityState priority) {
        UnfinishedAction closest = priority.closest();
        return closest == null
                ? new Blocker(
                        "no-action",
                        words(priority, "has no action with lead, dates and success criterion."),
                        priority.link() + "/actions")
                : new Blocker(
                        "no-action",
                        words(
                                priority,
                                "has no action with lead, dates and success criterion; \"" + closest.title() + "\" has "
                                        + closest.lacks() + "."),
                        "/api/v1/actions/" + closest.id());
    }

    private void monitored(List<Blocker> blockers) {
        for (PriorityState priority : priorities) {
            if (priority.checkpoints() == 0) {
                blockers.add(of(priority, "no-checkpoint", "has no signed-off checkpoint."));
            }
        }
        if (priorities.isEmpty()) {
            blockers.add(new Blocker("no-priority", "The cycle has no priority.", link() + "/priorities"));
        }
        int drafts = priorities.stream().mapToInt(PriorityState::drafts).max().orElse(0);
        if (drafts > 0) {
            blockers.add(new Blocker(
                    "draft-checkpoint",
                    drafts == 1
                            ? "A checkpoint of the cycle is still a draft."
                            : drafts + " checkpoints of the cycle are still drafts.",
                    "/api/v1/checkpoints?status=draft&cycleId=" + plan.cycle()));
        }
    }

    private void evaluated(List<Blocker> blockers) {
        for (PriorityState priority : priorities) {
            if (!priority.evaluated()) {
                blockers.add(new Blocker(
                        "no-evaluation",
                        words(priority, "has no evaluation with a judgement."),
                        priority.link() + "/evaluation"));
            }
        }
        if (priorities.isEmpty()) {
            blockers.add(new Blocker("no-priority", "The cycle has no priority.", link() + "/priorities"));
        }
        for (OpenAction action : plan.undecided()) {
            blockers.add(new Blocker(
                    "no-decision",
                    "Action \"" + action.title() + "\" is still open; say whether it is carried forward or dropped.",
                    action.link()));
        }
    }

    private static Blocker of(PriorityState priority, String code, String what) {
        return new Blocker(code, words(priority, what), priority.link());
    }

    private static String words(PriorityState priority, String what) {
        return "Priority \"" + priority.title() + "\" " + what;
    }

    private String link() {
        return plan.link();
    }
}
