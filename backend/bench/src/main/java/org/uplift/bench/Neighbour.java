package org.uplift.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.uplift.stack.Child;
import org.uplift.stack.Database;
import org.uplift.stack.Ports;

/**
 * A server of others on the database of a deployment, which reads a copy of the schools in a schema of its own: nothing
 * but what is asked for is in its way.
 */
record Neighbour(Child process, String base) implements AutoCloseable {
    /** What an answer about one school says of it, as far as it stands with the school. */
    static final List<String> COLUMNS = List.of(
            "urn",
            "name",
            "status",
            "phase",
            "type",
            "establishment_status",
            "local_authority_code",
            "local_authority",
            "establishment_number",
            "ukprn",
            "religious_character",
            "diocese",
            "low_age",
            "high_age",
            "capacity",
            "number_on_roll",
            "town",
            "postcode",
            "region",
            "opened_on",
            "closed_on",
            "joined_on",
            "left_on",
            "version");
    /** What a list says of each. */
    static final List<String> LISTED = List.of(
            "urn",
            "name",
            "status",
            "phase",
            "type",
            "local_authority_code",
            "local_authority",
            "town",
            "number_on_roll",
            "joined_on");

    private static final String INSTALLED = "backend/bench/beside";
    private static final String NODE = "node/bin/node";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * A program of Node that is installed beside the bench.
     *
     * @param file what it is started by, in {@code node_modules}
     * @param needs what else has to be there
     */
    record Program(Path folder, String name, String file, List<String> needs) {
        static Program of(Stand stand, String name, String file, String... needs) {
            return new Program(stand.root().resolve(INSTALLED), name, file, List.of(needs));
        }

        boolean isInstalled() {
            return Stream.concat(Stream.of(NODE, file), needs.stream())
                    .map(this::module)
                    .allMatch(Files::exists);
        }

        /** Why there is nothing beside it. */
        String absence() {
            return "%s is not installed; make bench installs it where npm is reachable (remove %s/node_modules to try again)"
                    .formatted(name, INSTALLED);
        }

        private Path module(String path) {
            return folder.resolve("node_modules").resolve(path);
        }

        private Child start(Deployment deployment, Map<String, String> environment, List<String> arguments)
                throws IOException {
            List<String> command = new ArrayList<>(
                    List.of(module(NODE).toString(), module(file).toString()));
            command.addAll(arguments);
            Map<String, String> production = new HashMap<>(environment);
            production.put("NODE_ENV", "production");
            return Child.start(
                    name,
                    command,
                    deployment.folder(),
                    production,
                    deployment.folder().resolve(name + ".log"));
        }

        /** Runs it to its end. */
        void run(Deployment deployment, Map<String, String> environment, String... arguments) {
            try (Child child = start(deployment, environment, List.of(arguments))) {
                child.awaitEnd(PATIENCE);
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }

        /**
         * Starts it as a server and waits until it answers.
         *
         * @param ready a path that is answered by 200 as soon as it is ready
         * @param environment as it is for a port
         */
        Neighbour serve(Deployment deployment, Map<String, String> environment, String ready, String... arguments) {
            int port = Ports.free();
            Map<String, String> listening = new HashMap<>(environment);
            listening.put("HOST", "127.0.0.1");
            listening.put("PORT", String.valueOf(port));
            String base = "http://127.0.0.1:" + port;
            try {
                Child child = start(deployment, listening, List.of(arguments));
                child.awaitAnswer(URI.create(base + ready), PATIENCE);
                return new Neighbour(child, base);
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }
    }

    /** Copies the schools, with nothing but their key, into a new schema. */
    static void copySchools(Deployment deployment, String schema) {
        deployment.execute(
                Database.OWNER,
                "create schema " + schema,
                "create table %s.school as select %s from school".formatted(schema, String.join(", ", COLUMNS)),
                "alter table %s.school add primary key (urn)".formatted(schema),
                "analyze %s.school".formatted(schema));
    }

    @Override
    public void close() {
        process.close();
    }
}
