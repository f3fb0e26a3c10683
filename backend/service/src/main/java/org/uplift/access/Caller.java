package org.uplift.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

/** Who makes this request: the person, the roles of the token, and the memberships that make them count today. */
@RequestScoped
public class Caller {
    record Standing(
            Role role,
            Membership.Reach reach,
            @Nullable Integer schoolUrn,
            @Nullable UUID committeeId,
            boolean headteacher) {
        /** What a row of {@link #ENTERED} says; nothing when no role counts. */
        static Optional<Standing> of(
                @Nullable String role,
                @Nullable String reach,
                @Nullable Integer schoolUrn,
                @Nullable UUID committeeId,
                @Nullable Boolean headteacher) {
            return role == null || reach == null
                    ? Optional.empty()
                    : Optional.of(new Standing(
                            Role.valueOf(role),
                            Membership.Reach.valueOf(reach),
                            schoolUrn,
                            committeeId,
                            Boolean.TRUE.equals(headteacher)));
        }
    }

    /** What the administrator's role gives by itself, in the whole trust. */
    private static final Set<String> WITHOUT_MEMBERSHIP = Set.of(
            Permission.READ_SCHOOLS,
            Permission.CHANGE_SCHOOLS,
            Permission.MANAGE_PEOPLE,
            Permission.MANAGE_INTEGRATIONS,
            Permission.OWN_WORK,
            Permission.READ_MEASURES,
            Permission.READ_METHOD,
            Permission.READ_SCHEME,
            Permission.CHANGE_SCHEME,
            Permission.READ_TERM_DATES,
            Permission.CHANGE_TERM_DATES,
            Permission.KEEP_BANK_HOLIDAYS,
            Permission.KEEP_SYNONYMS,
            Permission.KEEP_DATA_SETS,
            Permission.READ_COMMITTEES,
            Permission.KEEP_COMMITTEES);

    /** Tells the database who asks, and gives where their roles count today; with places for four values. */
    static final String ENTERED = "enter(?, ?, string_to_array(?, ','), ?)";

    /** Makes somebody known who asks for the first time; with places for six values. */
    static final String MET = "meet(?, ?, ?, ?, ?, ?)";

    @Inject
    SecurityIdentity identity;

    @Inject
    JsonWebToken token;

    @Inject
    Clock clock;

    /** Nobody: who works with the sight of a committee is no person, and owns nothing. */
    private static final UUID NOBODY = new UUID(0, 0);

    private @Nullable Actor actor;
    private @Nullable UUID seat;
    private boolean overseeing;
    private @Nullable UUID personId;
    private List<Standing> standings = List.of();

    /** Works in somebody's name where there is no request: a job goes on after it was asked for. */
    public void actAs(Actor somebody) {
        if (!identity.isAnonymous()) {
            throw new IllegalStateException("A request has its own caller");
        }
        actor = somebody;
    }

    /** Works with the sight that a committee gives to those who sit on it, and with nothing that is anybody's own. */
    void sitOn(UUID committee) {
        actAs(new Actor("", "", "A member of the committee", null, Set.of(Role.COMMITTEE_MEMBER, Role.TRUSTEE)));
        seat = committee;
    }

    /** Works with the sight of an analyst of the trust, and with nothing that is anybody's own. */
    void oversee() {
        actAs(new Actor("", "", "An analyst of the trust", null, Set.of(Role.ANALYST)));
        overseeing = true;
    }

    /** The person's id. */
    public UUID personId() {
        if (personId == null) {
            throw new IllegalStateException("The caller is known inside a transaction only");
        }
        return personId;
    }

    /** The name as the token gives it. */
    public String name() {
        if (actor != null) {
            return actor.name();
        }
        String name = token.getClaim("name");
        return name == null || name.isBlank() ? username() : name;
    }

    /** Whether a client asks for itself, by its own secret, and no person. */
    public boolean isMachine() {
        return username().startsWith("service-account-");
    }

    String username() {
        return actor != null ? actor.username() : identity.getPrincipal().getName();
    }

    @Nullable
    String email() {
        return actor != null ? actor.email() : token.getClaim("email");
    }

    /** The roles of the token that Uplift knows. */
    public Set<Role> roles() {
        if (actor != null) {
            return actor.roles();
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        identity.getRoles().forEach(code -> Role.known(code).ifPresent(roles::add));
        return roles;
    }

    /** Where the caller has a permission. */
    public Scope scope(String permission) {
        Set<Role> granting = Permission.roles(permission);
        boolean trust = granting.contains(Role.ADMINISTRATOR)
                && roles().contains(Role.ADMINISTRATOR)
                && WITHOUT_MEMBERSHIP.contains(permission);
        TreeSet<Integer> schools = new TreeSet<>();
        for (Standing standing : standings) {
            if (granting.contains(standing.role())) {
                trust |= standing.reach() == Membership.Reach.TRUST;
                if (standing.schoolUrn() != null) {
                    schools.add(standing.schoolUrn());
                }
            }
        }
        return new Scope(trust, schools);
    }

    /**
     * Whether the caller has proved a moment ago who they are, beyond what signing in asks for.
     *
     * @param level that the token has to reach, in its claim {@code acr}
     * @param since when at the earliest they have to have done so
     */
    public boolean hasSteppedUp(int level, Instant since) {
        if (actor != null) {
            return false;
        }
        String reached = token.getClaim("acr");
        // Where the token does not say it, the library says 0.
        Object at = token.getClaim("auth_time");
        long signedIn =
                at instanceof Number seconds && seconds.longValue() > 0 ? seconds.longValue() : token.getIssuedAtTime();
        return reached != null
                && reached.matches("\\d{1,3}")
                && Integer.parseInt(reached) >= level
                && signedIn >= since.getEpochSecond();
    }

    /** Where one role of the caller counts. */
    public Scope scope(Role role) {
        TreeSet<Integer> schools = new TreeSet<>();
        boolean trust = false;
        for (Standing standing : standings) {
            if (standing.role() == role) {
                trust |= standing.reach() == Membership.Reach.TRUST;
                if (standing.schoolUrn() != null) {
                    schools.add(standing.schoolUrn());
                }
            }
        }
        return new Scope(trust, schools);
    }

    /**
     * In which committees the caller has a permission. Who is of a committee is of that one, also where it is the committee of the
     * whole trust; a trustee oversees them all.
     */
    public CommitteeScope committees(String permission) {
        Set<Role> granting = Permission.roles(permission);
        boolean trust = granting.contains(Role.ADMINISTRATOR)
                && roles().contains(Role.ADMINISTRATOR)
                && WITHOUT_MEMBERSHIP.contains(permission);
        Set<UUID> committees = new TreeSet<>();
        for (Standing standing : standings) {
            if (granting.contains(standing.role())) {
                UUID committee = standing.committeeId();
                trust |= standing.reach() == Membership.Reach.TRUST
                        && (committee == null || standing.role() == Role.TRUSTEE);
                if (committee != null) {
                    committees.add(committee);
                }
            }
        }
        return new CommitteeScope(trust, committees);
    }

    /** Whether the caller is a member of a committee; its clerk is none. */
    public boolean sitsOn(UUID committee) {
        return standings.stream()
                .anyMatch(standing -> committee.equals(standing.committeeId()) && standing.role() != Role.CLERK);
    }

    /** Whether the caller is a member of a committee, or its clerk. */
    public boolean isOf(UUID committee) {
        return standings.stream().anyMatch(standing -> committee.equals(standing.committeeId()));
    }

    /** The committees of which the caller is a member or the clerk. */
    public UUID[] ownCommittees() {
        return standings.stream()
                .flatMap(standing -> Stream.ofNullable(standing.committeeId()))
                .distinct()
                .toArray(UUID[]::new);
    }

    /** Refuses with 403 what the caller may see of a committee but not do. */
    public void requireIn(String permission, UUID committee) {
        if (!committees(permission).covers(committee)) {
            throw Problem.forbidden("Your membership does not allow this for this committee.");
        }
    }

    /** Whether a role counts for a school, or for the trust where there is none. */
    public boolean holds(Role role, @Nullable Integer schoolUrn) {
        return standings.stream()
                .anyMatch(standing -> standing.role() == role
                        && (standing.reach() == Membership.Reach.TRUST
                                || (schoolUrn != null && schoolUrn.equals(standing.schoolUrn()))));
    }

    /** Whether it is the headteacher of a school who asks. */
    public boolean isHeadteacherOf(@Nullable Integer schoolUrn) {
        return schoolUrn != null
                && standings.stream()
                        .anyMatch(standing -> standing.headteacher() && schoolUrn.equals(standing.schoolUrn()));
    }

    /** The schools whose headteacher asks. */
    public Set<Integer> headships() {
        return standings.stream()
                .filter(Standing::headteacher)
                .flatMap(standing -> Stream.ofNullable(standing.schoolUrn()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Refuses with 403 what the caller may see but not do. */
    public void require(String permission, @Nullable Integer schoolUrn) {
        if (!scope(permission).covers(schoolUrn)) {
            throw Problem.forbidden(
                    schoolUrn == null
                            ? "Your membership does not reach the whole trust for this."
                            : "Your membership does not allow this for school " + schoolUrn + ".");
        }
    }

    boolean isAnonymous() {
        return actor == null && identity.isAnonymous();
    }

    /** Makes the caller known to the database for the running transaction, and learns their memberships. */
    void enter(Connection connection) throws SQLException {
        if (seat != null) {
            sit(connection, seat);
        } else if (overseeing) {
            oversee(connection);
        } else if (!recognise(connection)) {
            meet(connection);
            recognise(connection);
        }
    }

    /** As {@link #enter}, where nothing can be written: for who has been met before. */
    void enterKnown(Connection connection) throws SQLException {
        if (seat != null) {
            sit(connection, seat);
        } else if (overseeing) {
            oversee(connection);
        } else if (!recognise(connection)) {
            throw new IllegalStateException("The caller has not been met");
        }
    }

    private boolean recognise(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select * from " + ENTERED)) {
            fill(statement, introduction());
            stand(statement);
        }
        return isKnown();
    }

    /** The values for the places of {@link #ENTERED}, the first ones of a statement. */
    List<Object> introduction() {
        if (seat != null || overseeing) {
            throw new IllegalStateException("Only a person can say who they are");
        }
        return List.of(
                subject(),
                username(),
                roles().stream().map(Role::name).collect(Collectors.joining(",")),
                LocalDate.now(clock));
    }

    private static void fill(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int place = 0; place < values.size(); place++) {
            statement.setObject(place + 1, values.get(place));
        }
    }

    /** Whether the database knew who asks. */
    boolean isKnown() {
        return personId != null;
    }

    private void sit(Connection connection, UUID committee) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select * from sit(?, ?, ?)")) {
            statement.setObject(1, NOBODY);
            statement.setObject(2, committee);
            statement.setObject(3, LocalDate.now(clock));
            stand(statement);
        }
    }

    private void oversee(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select * from oversee(?, ?)")) {
            statement.setObject(1, NOBODY);
            statement.setObject(2, LocalDate.now(clock));
            stand(statement);
        }
    }

    private void stand(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            stand(rows);
        }
    }

    private void stand(ResultSet rows) throws SQLException {
        UUID person = null;
        List<Standing> found = new ArrayList<>();
        while (rows.next()) {
            person = rows.getObject(1, UUID.class);
            Standing.of(
                            rows.getString(2),
                            rows.getString(3),
                            rows.getObject(4, Integer.class),
                            rows.getObject(5, UUID.class),
                            rows.getBoolean(6))
                    .ifPresent(found::add);
        }
        stand(person, found);
    }

    /** Learns who asks, and where their roles count; nobody when the database does not know them. */
    void stand(@Nullable UUID person, List<Standing> found) {
        personId = person;
        standings = found;
    }

    /** Makes somebody known who asks for the first time. */
    void meet(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + MET)) {
            fill(statement, acquaintance());
            statement.execute();
        }
    }

    /** The values for the places of {@link #MET}. */
    List<Object> acquaintance() {
        return Arrays.asList(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                subject(),
                username(),
                name(),
                email(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private String subject() {
        return actor != null ? actor.subject() : token.getSubject();
    }
}
