package org.uplift.ingest;

import java.sql.Connection;
import java.sql.SQLException;

/** Takes the rows of one request in: each is read and staged, then all of them are settled at once. */
public interface Intake extends AutoCloseable {
    /** The temporary table in which the rows are staged. */
    String table();

    /** The columns that {@link #stage} fills, in their order. */
    String columns();

    /** Where the rows are staged; until it ends the connection takes nothing else. */
    default Stage open(Connection connection) throws SQLException {
        return CopyStage.open(connection, table(), columns());
    }

    /** Reads a row and stages it, unless the reader has found something wrong with it. Asks nothing of the database. */
    void stage(RowReader row, Stage stage);

    /** Stores what was staged and tells the report what became of it. */
    void settle() throws SQLException;

    /** Gives back what it has taken for itself. */
    @Override
    default void close() {}
}
