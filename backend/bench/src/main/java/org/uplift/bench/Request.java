package org.uplift.bench;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for, in ASCII.
 *
 * @param body the JSON that is posted, or null where something is only read
 */
record Request(String path, @Nullable String body) {
    static Request get(String path) {
        return new Request(path, null);
    }

    static Request post(String path, String json) {
        return new Request(path, json);
    }
}
