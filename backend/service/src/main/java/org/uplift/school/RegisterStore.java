package org.uplift.school;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.hibernate.Session;

/** Stores what the register says beside the schools themselves, a batch at a time. */
@ApplicationScoped
class RegisterStore {
    private static final int BATCH = 500;

    @FunctionalInterface
    private interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    @Inject
    EntityManager entities;

    /** Replaces the links of the schools that a file spoke of. */
    void replace(RegisterImport.RegisterLinks links) {
        entities.createNativeQuery("delete from school_link where school_urn = any(:read)")
                .setParameter("read", links.read.toArray(Integer[]::new))
                .executeUpdate();
        each("insert into school_link (school_urn, linked_urn, kind) values (?, ?, ?)", links.links, (insert, link) -> {
            insert.setInt(1, link.urn());
            insert.setInt(2, link.linked());
            insert.setString(3, link.kind().name());
        });
    }

    /** Adds what a census says, and leaves what pupils say. */
    void add(RegisterImport.RegisterContext context) {
        each(
                "insert into school_context as c (school_urn, academic_year, number_on_roll, free_meals_percent)"
                        + " values (?, ?, ?, ?) on conflict (school_urn, academic_year) do update"
                        + " set number_on_roll = excluded.number_on_roll, free_meals_percent = excluded.free_meals_percent"
                        + " where (c.number_on_roll, c.free_meals_percent)"
                        + " is distinct from (excluded.number_on_roll, excluded.free_meals_percent)",
                context.intakes.entrySet(),
                RegisterStore::bind);
    }

    private static void bind(PreparedStatement upsert, Map.Entry<Integer, RegisterImport.RegisterContext.Intake> intake)
            throws SQLException {
        upsert.setInt(1, intake.getKey());
        upsert.setInt(2, intake.getValue().year().start());
        upsert.setInt(3, intake.getValue().numberOnRoll());
        upsert.setBigDecimal(4, intake.getValue().freeMealsPercent());
    }

    private <T> void each(String sql, Collection<T> rows, Binder<T> binder) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int waiting = 0;
                for (T row : rows) {
                    binder.bind(statement, row);
                    statement.addBatch();
                    if (++waiting % BATCH == 0) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
            }
        });
    }
}
