package org.uplift.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.junit.jupiter.api.Test;
import org.uplift.access.CommitteeRepository;
import org.uplift.access.KeyedSql;
import org.uplift.access.SchoolOwned;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.platform.OncePerKey;

/** What holds of the whole code, so that nobody has to remember it. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(java.nio.file.Path.of("target/classes"));

    /** They write a batch at a time, or read what is nobody's school data; each says so in its description. */
    private static final Set<String> SET_BASED = Set.of(
            "GivenAnswers",
            "RegisterStore",
            "RowIntake",
            "JobBook",
            "Quarantine",
            "ErrorFile",
            "ColumnMappings",
            "HeadlineMeasures",
            "OutdatedOutcomes",
            "HiddenCells",
            "VersionRound",
            "Frameworks",
            "InspectionStore",
            "PublishedColumns",
            "PublishedStore",
            "CtfCodeLists",
            "TrustOutcomes",
            "NamedOutcomes",
            "TrustSuppression",
            "TrustPriorities",
            "LooseFiles",
            "OpenOutcomes",
            "NeedComputing",
            "Rerouting",
            "MeetingApprovals",
            "CycleCosts",
            "CycleRulings",
            "NeedRulings",
            "CommissionCosts",
            "CommissionRulings",
            "Offers",
            "OutsideCandidates",
            "TrustSchools",
            "ConcernKeys",
            "ConcernDeletions",
            "Digests",
            "SchoolDays",
            "Feeds",
            "ChangeLog",
            "WebhookKeys",
            "Outbox");

    /** Their entities are not owned by a school; what they give is bounded by the person or by a permission. */
    private static final Set<String> UNSCOPED = Set.of(
            "People",
            "Memberships",
            "Activities",
            "ChangeItems",
            "Webhooks",
            "Deliveries",
            "IngestJobs",
            "Measures",
            "PupilGroups",
            "CheckpointTypes",
            "Frameworks",
            "Integrations",
            "Scheme",
            "GoodPractices",
            "NeedIndicators",
            "NeedLevels",
            "ConcernDrafts",
            "SavedQueries",
            "CodeList",
            "ConcernCategories",
            "ConcernSources",
            "ConcernOutcomes",
            "ComplaintStages",
            "TermCalendar",
            "BankHolidays",
            "ActivityTypes",
            "Specialisms",
            "Designations",
            "Experts",
            "Partners",
            "MatchWeights",
            // What belongs to a commission that was read through the scope.
            "Visits",
            "Proposals",
            "Impacts",
            "PracticeSynonyms",
            "PracticeSlots",
            "PracticeVisits",
            "Templates");

    private static final ArchRule SCHOOL_DATA_IS_READ_THROUGH_THE_SCOPE = classes()
            .that(describe("are repositories", type -> type.isAssignableTo(PanacheRepositoryBase.class)))
            .and(describe("are not named as unscoped", type -> !UNSCOPED.contains(type.getSimpleName())))
            .should()
            .beAssignableTo(ScopedRepository.class)
            .orShould()
            .beAssignableTo(CommitteeRepository.class)
            .because("a repository that reads school data by itself goes round the scope");

    private static final ArchRule REPOSITORIES_ASK_THE_SCOPE = noClasses()
            .that(assignableTo(ScopedRepository.class).or(assignableTo(CommitteeRepository.class)))
            .and(describe(
                    "are not the scope itself",
                    type -> !Set.of("ScopedRepository", "CommitteeRepository").contains(type.getSimpleName())))
            .should()
            .callMethodWhere(describe(
                    "a read without the scope",
                    call -> call.getTargetOwner().isAssignableTo(PanacheRepositoryBase.class)
                            && Set.of(
                                            "find",
                                            "findById",
                                            "findByIdOptional",
                                            "findAll",
                                            "list",
                                            "listAll",
                                            "stream",
                                            "streamAll",
                                            "count",
                                            "getEntityManager",
                                            "getSession")
                                    .contains(call.getTarget().getName())))
            .because("readable() carries the schools, or the committees, of the caller");

    @Test
    void schoolDataIsReadThroughTheScope() {
        SCHOOL_DATA_IS_READ_THROUGH_THE_SCOPE.check(CODE);
        REPOSITORIES_ASK_THE_SCOPE.check(CODE);
    }

    @Test
    void aRepositoryThatGoesRoundTheScopeIsCaught() {
        JavaClasses intruders = new ClassFileImporter().importClasses(Intruder.class, Sidestep.class);
        assertThrows(AssertionError.class, () -> SCHOOL_DATA_IS_READ_THROUGH_THE_SCOPE.check(intruders));
        assertThrows(AssertionError.class, () -> REPOSITORIES_ASK_THE_SCOPE.check(intruders));
    }

    @Test
    void onlyRepositoriesAskTheDatabase() {
        noClasses()
                .that(describe(
                        "are neither repositories nor set-based stores",
                        type -> !type.isAssignableTo(PanacheRepositoryBase.class)
                                && !SET_BASED.contains(type.getSimpleName())
                                && !type.isAssignableTo(ScopedSql.class)
                                && !type.getPackageName().endsWith(".access")))
                .should()
                .dependOnClassesThat(assignableTo(EntityManager.class)
                        .or(assignableTo(KeyedSql.class))
                        .or(resideInAnyPackage("io.agroal..", "javax.sql..")))
                .check(CODE);
    }

    @Test
    void everyEndpointDeclaresItsPermission() {
        methods()
                .that(describe("are endpoints", ArchitectureTest::isEndpoint))
                .should(new ArchCondition<>("declare a permission") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean declared = method.isAnnotatedWith(PermissionsAllowed.class)
                                || method.getOwner().isAnnotatedWith(PermissionsAllowed.class)
                                || method.getOwner().isAnnotatedWith(Authenticated.class)
                                // A calendar program cannot sign in; the address that it was given is the secret.
                                || method.getOwner().getSimpleName().equals("CalendarResource");
                        events.add(new SimpleConditionEvent(
                                method, declared, method.getFullName() + " declares no permission"));
                    }
                })
                .check(CODE);
    }

    @Test
    void whatCreatesMayBeRepeated() {
        methods()
                .that(describe(
                        "create",
                        method -> method.isAnnotatedWith(POST.class)
                                && method.isAnnotatedWith(APIResponseSchema.class)
                                && method.getAnnotationOfType(APIResponseSchema.class)
                                        .responseCode()
                                        .equals("201")))
                .should()
                .beAnnotatedWith(OncePerKey.class)
                .check(CODE);
    }

    /** On worker threads the slowest answers take three times as long. */
    @Test
    void whatWaitsRunsOnAVirtualThread() {
        methods()
                .that(describe("are endpoints", ArchitectureTest::isEndpoint))
                .and()
                .doNotHaveRawReturnType(CompletionStage.class)
                .should(new ArchCondition<>("run on a virtual thread") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean does = method.isAnnotatedWith(RunOnVirtualThread.class)
                                || method.getOwner().isAnnotatedWith(RunOnVirtualThread.class);
                        events.add(new SimpleConditionEvent(
                                method, does, method.getFullName() + " does not run on a virtual thread"));
                    }
                })
                .check(CODE);
    }

    @Test
    void requestsAndResponsesAreNeverEntities() {
        methods()
                .that(describe("are endpoints", ArchitectureTest::isEndpoint))
                .should()
                .notHaveRawReturnType(assignableTo(SchoolOwned.class))
                .check(CODE);
    }

    @Test
    void thePlatformKnowsNoDomainAndIngestionNoContent() {
        noClasses()
                .that()
                .resideInAPackage("..platform..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.uplift..")
                        .and(describe(
                                "not the platform",
                                type -> !type.getPackageName().contains("platform"))))
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("..ingest..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.uplift.school..",
                        "org.uplift.pupil..",
                        "org.uplift.outcome..",
                        "org.uplift.inspection..",
                        "org.uplift.cycle..",
                        "org.uplift.target.."))
                .check(CODE);
    }

    @Test
    void timeComesFromTheOneClock() {
        noClasses()
                .that(describe(
                        "are not the clock", type -> !type.getSimpleName().equals("Today")))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }

    private static boolean isEndpoint(JavaMethod method) {
        return method.isAnnotatedWith(GET.class)
                || method.isAnnotatedWith(POST.class)
                || method.isAnnotatedWith(PATCH.class)
                || method.isAnnotatedWith(PUT.class)
                || method.isAnnotatedWith(DELETE.class);
    }

    /** Reads what belongs to a school without asking who may. */
    static class Intruder implements PanacheRepositoryBase<SchoolOwned, Integer> {}

    /** Has the scope and goes round it. */
    static class Sidestep extends ScopedRepository<SchoolOwned, Integer> {
        @Override
        protected String permission() {
            return "schools:read";
        }

        long everything() {
            return count();
        }
    }
}
