package org.uplift.stack;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where everything runs, from the environment.
 *
 * @param root the top level of the project
 * @param local what is kept between runs
 * @param maven the program that builds, for reloading what changes
 * @param empty leave the demonstration's schools and data out
 * @param live reload on change, for development
 */
record Settings(
        Path root,
        Path local,
        int web,
        int api,
        int keycloak,
        int postgres,
        String maven,
        boolean empty,
        boolean live) {
    static Settings of(Map<String, String> environment, boolean live) {
        Path root = Path.of(environment.getOrDefault("UPLIFT_ROOT", "."))
                .toAbsolutePath()
                .normalize();
        return new Settings(
                root,
                root.resolve(environment.getOrDefault("UPLIFT_LOCAL", ".local")),
                port(environment, "UPLIFT_WEB_PORT", 8080),
                port(environment, "UPLIFT_HTTP_PORT", 8081),
                port(environment, "UPLIFT_KEYCLOAK_PORT", 8180),
                port(environment, "UPLIFT_DB_PORT", 54329),
                environment.getOrDefault("MAVEN", "mvn"),
                "1".equals(environment.get("EMPTY")),
                live);
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String value = environment.getOrDefault(name, "");
        try {
            return value.isBlank() ? usual : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new Trouble(name + " is \"" + value + "\"; it has to be the number of a port.");
        }
    }

    Map<String, Integer> ports() {
        Map<String, Integer> ports = new java.util.LinkedHashMap<>();
        ports.put("UPLIFT_WEB_PORT", web);
        ports.put("UPLIFT_HTTP_PORT", api);
        ports.put("UPLIFT_KEYCLOAK_PORT", keycloak);
        ports.put("UPLIFT_DB_PORT", postgres);
        return ports;
    }
}
