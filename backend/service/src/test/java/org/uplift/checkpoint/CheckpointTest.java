package org.uplift.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.uplift.cycle.InventedCycle;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

class CheckpointTest {
    private static final Instant NOW = Instant.parse("2026-01-21T10:00:00Z");
    private static final UUID READING = UUID.randomUUID();
    private static final Signer HEAD = signer("Head", true, false);
    private static final Signer DEPUTY = signer("Deputy", true, false);
    private static final Signer DIRECTOR = signer("Director", false, true);
    private static final Signer EXPERT = signer("Expert", false, false);
    private static final List<Signer> EVERYBODY = List.of(HEAD, DEPUTY, DIRECTOR, EXPERT);

    private static Signer signer(String name, boolean leads, boolean leadsTrust) {
        return new Signer(new Somebody(UUID.randomUUID(), name), leads, leadsTrust);
    }

    private static CheckpointContent content(Somebody visitor, Judgement judgement, String... narratives) {
        Map<UUID, Focus> foci = new LinkedHashMap<>();
        for (int at = 0; at < narratives.length; at++) {
            foci.put(
                    at == 0 ? READING : UUID.randomUUID(),
                    new Focus(900001, at, FocusKind.PRIORITY, "Priority " + at, judgement, narratives[at]));
        }
        CheckpointTerms terms = new CheckpointTerms(
                "learning-walk",
                null,
                LocalDate.of(2026, 1, 20),
                LocalDate.of(2026, 1, 21),
                visitor == null ? null : visitor.personId(),
                null,
                null,
                null,
                null);
        return new CheckpointContent(terms, new CheckpointType(), visitor, List.of(), foci);
    }

    private static CheckpointContent complete(Somebody visitor) {
        return content(visitor, Judgement.ON_TRACK, "Pupils read aloud with confidence");
    }

    private static Checkpoint by(Signer recorder, CheckpointContent content) {
        return new Checkpoint(InventedCycle.of(900001), recorder.person(), content);
    }

    private static Checkpoint submitted(Signer recorder, Somebody visitor) {
        Checkpoint checkpoint = by(recorder, complete(visitor));
        checkpoint.submit(recorder.person(), Map.of());
        return checkpoint;
    }

    private static void isRefused(ProblemType type, Runnable work) {
        assertEquals(type, assertThrows(Problem.class, work::run).type());
    }

    @Test
    void submissionListsEverythingThatIsMissing() {
        String blanks = " \u00a0\u200b\t".repeat(10);
        for (String missing : new String[] {null, "", blanks, "Nineteen characters", "  short, but padded   "}) {
            Checkpoint checkpoint = by(EXPERT, content(null, null, "Pupils read aloud with confidence", missing));
            Problem problem = assertThrows(Problem.class, () -> checkpoint.submit(EXPERT.person(), Map.of()));
            assertTrue(problem.detail().startsWith("3 values"), problem.detail());
            assertEquals(CheckpointStatus.DRAFT, checkpoint.status());
        }
        isRefused(ProblemType.INVALID, () -> by(EXPERT, content(null, null)).submit(EXPERT.person(), Map.of()));
        Checkpoint exact = by(EXPERT, content(null, Judgement.AT_RISK, "Exactly 20 letters.."));
        exact.submit(EXPERT.person(), Map.of());
        assertEquals(CheckpointStatus.SUBMITTED, exact.status());
    }

    @Test
    void whoRecordedItSubmitsItWithTheNamesOfTheDay() {
        Checkpoint checkpoint = by(EXPERT, complete(EXPERT.person()));
        isRefused(ProblemType.FORBIDDEN, () -> checkpoint.submit(HEAD.person(), Map.of()));
        checkpoint.submit(EXPERT.person(), Map.of(READING, "Reading for meaning"));
        assertEquals("Reading for meaning", checkpoint.inOrder().get(READING).label());
        isRefused(ProblemType.CONFLICT, () -> checkpoint.submit(EXPERT.person(), Map.of()));
    }

    @Test
    void theVisitorAndALeaderOfTheSchoolSign() {
        Checkpoint checkpoint = submitted(EXPERT, EXPERT.person());
        isRefused(ProblemType.FORBIDDEN, () -> checkpoint.sign(DIRECTOR, NOW));
        checkpoint.sign(EXPERT, NOW);
        isRefused(ProblemType.CONFLICT, () -> checkpoint.sign(EXPERT, NOW));
        assertEquals(CheckpointStatus.SUBMITTED, checkpoint.status());
        checkpoint.sign(HEAD, NOW);
        assertEquals(CheckpointStatus.SIGNED_OFF, checkpoint.status());
    }

    @Test
    void aVisitorWhoLeadsTheSchoolTooDoesNotSignForBoth() {
        Checkpoint checkpoint = submitted(HEAD, HEAD.person());
        checkpoint.sign(HEAD, NOW);
        isRefused(ProblemType.CONFLICT, () -> checkpoint.sign(HEAD, NOW));
        checkpoint.sign(DEPUTY, NOW);
        assertEquals(CheckpointStatus.SIGNED_OFF, checkpoint.status());
    }

    @Test
    void withoutAVisitorAnotherLeaderOfTheSchoolOrTheTrustSigns() {
        for (List<Signer> pair : List.of(List.of(HEAD, DEPUTY), List.of(HEAD, DIRECTOR), List.of(DIRECTOR, HEAD))) {
            Checkpoint checkpoint = submitted(HEAD, null);
            isRefused(ProblemType.FORBIDDEN, () -> checkpoint.sign(EXPERT, NOW));
            pair.forEach(signer -> checkpoint.sign(signer, NOW));
            assertEquals(CheckpointStatus.SIGNED_OFF, checkpoint.status());
        }
        Checkpoint trust = submitted(HEAD, null);
        trust.sign(DIRECTOR, NOW);
        isRefused(ProblemType.FORBIDDEN, () -> trust.sign(signer("Second director", false, true), NOW));
    }

    @Test
    void whatIsReturnedIsSignedAgain() {
        Checkpoint checkpoint = submitted(EXPERT, EXPERT.person());
        checkpoint.sign(HEAD, NOW);
        checkpoint.giveBack();
        assertEquals(CheckpointStatus.DRAFT, checkpoint.status());
        checkpoint.submit(EXPERT.person(), Map.of());
        checkpoint.sign(EXPERT, NOW);
        assertEquals(CheckpointStatus.SUBMITTED, checkpoint.status());
    }

    private enum Deed {
        CHANGE,
        SUBMIT,
        SIGN,
        RETURN
    }

    private record Step(Deed deed, Signer by) {
        void on(Checkpoint checkpoint, Somebody visitor) {
            switch (deed) {
                case CHANGE -> checkpoint.change(complete(visitor));
                case SUBMIT -> checkpoint.submit(by.person(), Map.of());
                case SIGN -> checkpoint.sign(by, NOW);
                case RETURN -> checkpoint.giveBack();
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        return Combinators.combine(Arbitraries.of(Deed.class), Arbitraries.of(EVERYBODY))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<Signer> visitors() {
        return Arbitraries.of(EVERYBODY).injectNull(0.4);
    }

    /** Whatever people try, in whatever order. */
    @Property
    void onlyTwoDifferentPeopleFreezeIt(@ForAll("stories") List<Step> story, @ForAll("visitors") Signer visiting) {
        Somebody visitor = visiting == null ? null : visiting.person();
        Checkpoint checkpoint = by(EXPERT, complete(visitor));
        Consumer<Step> tried = step -> {
            try {
                step.on(checkpoint, visitor);
            } catch (Problem refused) {
                assertTrue(refused.type() == ProblemType.CONFLICT || refused.type() == ProblemType.FORBIDDEN);
            }
        };
        for (Step step : story) {
            CheckpointStatus before = checkpoint.status();
            tried.accept(step);
            if (before == CheckpointStatus.SIGNED_OFF) {
                assertEquals(before, checkpoint.status(), "nothing leads out of it");
                isRefused(ProblemType.CONFLICT, () -> step.on(checkpoint, visitor));
            }
            if (checkpoint.status() == CheckpointStatus.SIGNED_OFF) {
                UUID leader = checkpoint.leaderSignature().personId();
                UUID other = checkpoint.otherSignature().personId();
                assertNotEquals(leader, other);
                assertTrue(List.of(HEAD, DEPUTY).stream()
                        .anyMatch(signer -> signer.person().personId().equals(leader)));
                assertTrue(visitor == null || visitor.personId().equals(other));
            } else if (checkpoint.status() == CheckpointStatus.DRAFT) {
                assertTrue(checkpoint.leaderSignature() == null && checkpoint.otherSignature() == null);
            }
        }
    }
}
