package org.uplift.ingest;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where rows wait to be settled. Each is begun by {@link #row} and filled column by column, in the order of its table. */
public interface Stage extends AutoCloseable {
    Stage row();

    Stage number(int value);

    Stage number(@Nullable Integer value);

    Stage small(int value);

    Stage flag(@Nullable Boolean value);

    Stage text(@Nullable String value);

    Stage bytes(byte @Nullable [] value);

    Stage id(UUID value);

    Stage date(LocalDate value);

    Stage moment(Instant value);

    Stage nothing();

    /** There are no more rows. */
    void end() throws SQLException;

    @Override
    void close() throws SQLException;
}
