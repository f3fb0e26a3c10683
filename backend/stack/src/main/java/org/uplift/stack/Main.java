package org.uplift.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.uplift.stack.demonstration.Demonstration;

/** Starts everything on this machine, loads the demonstration, and stops everything when it is told to. */
public final class Main {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Settings settings;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;

    private Main(Settings settings) {
        this.settings = settings;
    }

    /** Runs until it is interrupted; with {@code dev} both sides reload what changes. */
    public static void main(String... arguments) {
        try {
            Main main = new Main(Settings.of(System.getenv(), List.of(arguments).contains("dev")));
            Runtime.getRuntime().addShutdownHook(new Thread(main::stop, "stop"));
            main.run();
        } catch (Trouble e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException | java.io.UncheckedIOException | IllegalStateException | SQLException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(1);
        }
    }

    private void run() throws IOException, SQLException, InterruptedException {
        Path local = Files.createDirectories(settings.local());
        hold(local);
        stopLeftovers(local);
        checkPorts();
        say("Starting PostgreSQL and Keycloak …");
        Database database = Database.start(local.resolve("postgres"), settings.postgres());
        running.push(database);
        IdentityProvider keycloak = IdentityProvider.start(
                settings.root().resolve("backend/stack/target/keycloak"),
                Files.createDirectories(local.resolve("keycloak")),
                settings.keycloak(),
                settings.root().resolve("keycloak/realm-demo.json"));
        running.push(keycloak);
        say("Starting the service and the web app …");
        Service service = settings.live()
                ? Service.live(settings.maven(), settings.root(), local, settings.api(), database.url(), keycloak)
                : Service.start(settings.root(), local, settings.api(), database.url(), keycloak);
        running.push(service);
        Child web = web(local, keycloak);
        running.push(web);
        service.awaitReady();
        web.awaitAnswer(URI.create("http://localhost:" + settings.web() + "/"), PATIENCE);
        if (isNew(database)) {
            say(settings.empty() ? "Making the accounts known …" : "Loading the demonstration trust …");
            new Demonstration(service.url() + "/api/v1", keycloak).load(settings.empty());
        }
        tell(keycloak);
        watch(service.process(), web);
        stopped.await();
    }

    /** One run at a time has the data; the lock goes with the process, however that ends. */
    private void hold(Path local) throws IOException {
        Path file = local.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        running.push(channel);
        if (channel.tryLock() == null) {
            throw new Trouble("Uplift is running with the data in "
                    + settings.root().relativize(local)
                    + " already, as process " + Files.readString(file) + "; end that first, or choose another folder"
                    + " with UPLIFT_LOCAL=… and other ports");
        }
        channel.truncate(0)
                .write(StandardCharsets.US_ASCII.encode(
                        String.valueOf(ProcessHandle.current().pid())));
    }

    private void stopLeftovers(Path local) throws IOException {
        for (String log : List.of("web.log", "service.log", "keycloak/keycloak.log")) {
            Leftover.stop(Child.note(local.resolve(log)));
        }
        Leftover.stopPostgres(local.resolve("postgres"));
    }

    private void checkPorts() {
        settings.ports().forEach((variable, port) -> {
            if (!Ports.isFree(port)) {
                throw new Trouble("Port " + port + " is taken by another program; end it, or choose another port with "
                        + variable + "=… make run");
            }
        });
    }

    private Child web(Path local, IdentityProvider keycloak) throws IOException {
        Map<String, String> environment = Map.of(
                "UPLIFT_WEB_PORT", String.valueOf(settings.web()),
                "UPLIFT_HTTP_PORT", String.valueOf(settings.api()),
                "UPLIFT_ISSUER", keycloak.issuer());
        return Child.start(
                "The web app",
                List.of("npm", "run", "--silent", settings.live() ? "dev" : "preview"),
                settings.root().resolve("frontend"),
                environment,
                local.resolve("web.log"));
    }

    private static boolean isNew(Database database) throws SQLException {
        try (Connection connection = database.connect(Database.OWNER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from membership")) {
            rows.next();
            return rows.getInt(1) == 0;
        }
    }

    private void tell(IdentityProvider keycloak) {
        say("");
        say("Uplift is running.");
        say("  web app     http://localhost:" + settings.web());
        say("  API         http://localhost:" + settings.api() + "/api/v1   pages: http://localhost:" + settings.api()
                + "/q/swagger-ui");
        say("  Keycloak    " + keycloak.url() + ", realm uplift");
        say("  PostgreSQL  127.0.0.1:" + settings.postgres() + ", database uplift");
        say("Accounts, password uplift-demo for each:");
        say("  " + String.join("  ", Demonstration.accounts()));
        say("Logs and data are in " + settings.root().relativize(settings.local()) + ". Ctrl-C stops everything.");
    }

    /** When one part ends by itself, the rest has no point. */
    private void watch(Child... children) {
        Thread watcher = new Thread(() -> {
            try {
                while (Stream.of(children).allMatch(Child::isAlive)) {
                    Thread.sleep(500);
                }
                if (stopping) {
                    return;
                }
                for (Child child : children) {
                    if (!child.isAlive()) {
                        System.err.println(child.name() + " has ended:\n" + child.lastWords());
                    }
                }
            } catch (InterruptedException | IOException e) {
                System.err.println(e.getMessage());
            }
            System.exit(1);
        });
        watcher.setDaemon(true);
        watcher.start();
    }

    private void stop() {
        stopping = true;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println(e.getMessage());
            }
        }
        stopped.countDown();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
