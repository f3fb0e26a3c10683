package org.uplift.webhook;

import java.net.URI;

/**
 * Where a webhook is delivered, taken apart.
 *
 * @param path with what follows the question mark
 */
record Receiver(boolean encrypted, String host, int port, String path) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** Of an address that has been checked. */
    static Receiver of(URI address) {
        boolean encrypted = "https".equalsIgnoreCase(address.getScheme());
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return new Receiver(
                encrypted,
                address.getHost(),
                address.getPort() >= 0 ? address.getPort() : encrypted ? HTTPS : HTTP,
                address.getRawQuery() == null ? path : path + "?" + address.getRawQuery());
    }

    /** The host as a resolver takes it: an address of IPv6 without its brackets. */
    String name() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
