package org.uplift.dataset;

import jakarta.ws.rs.core.StreamingOutput;

/**
 * A file of rows.
 *
 * @param name what it is called
 * @param tag another one whenever a row of it may be another one
 * @param rows writes it
 */
record Download(String name, String tag, StreamingOutput rows) {}
