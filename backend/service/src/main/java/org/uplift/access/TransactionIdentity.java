package org.uplift.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Every transaction begins by telling the database who asks. One without a caller reads no school data. */
@ApplicationScoped
class TransactionIdentity {
    @Inject
    AgroalDataSource database;

    @Inject
    Caller caller;

    void begin(@Observes @Initialized(TransactionScoped.class) Object transaction) throws SQLException {
        if (Arc.container().requestContext().isActive() && !caller.isAnonymous()) {
            try (Connection connection = database.getConnection()) {
                caller.enter(connection);
            }
        }
    }
}
