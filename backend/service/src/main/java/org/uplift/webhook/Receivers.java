package org.uplift.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.uplift.platform.Problem;

/**
 * To which addresses this service delivers. It is asked when a webhook is registered, so that somebody is told, and again for
 * every attempt, because a name can lead elsewhere by then.
 */
@ApplicationScoped
class Receivers {
    private static final Pattern OWN_NAMES = Pattern.compile(
            "([^.]+|.*\\.(localhost|local|localdomain|internal|intranet|lan|home|corp|home\\.arpa))\\.?");

    /** An address to which nothing is delivered, and why. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final String code;

        Refused(String code, String why) {
            super(why, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    @ConfigProperty(name = "uplift.webhook.ports")
    List<Integer> ports;

    @ConfigProperty(name = "uplift.webhook.internal")
    boolean internal;

    @ConfigProperty(name = "uplift.webhook.http")
    boolean unencrypted;

    @Inject
    Names names;

    /** Refuses an address that cannot be one of a webhook. A name that nobody knows yet may come to be known. */
    void require(String address) {
        try {
            Receiver receiver = read(address);
            resolve(receiver);
        } catch (Refused e) {
            throw Problem.invalid("/address", e.code(), e.why());
        } catch (UnknownHostException e) {
            // Attempts say so.
        }
    }

    /** The parts of an address, when it has the form of one to which is delivered. */
    Receiver read(String address) throws Refused {
        URI uri;
        try {
            uri = new URI(address.strip());
        } catch (URISyntaxException e) {
            throw malformed(address);
        }
        if (uri.getScheme() == null || uri.getHost() == null || uri.getHost().isEmpty()) {
            throw malformed(address);
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(unencrypted && scheme.equals("http"))) {
            throw new Refused(
                    "not-https", "An address of a webhook begins with https://, this one with " + scheme + ":.");
        }
        if (uri.getRawUserInfo() != null) {
            throw new Refused(
                    "user-name",
                    "An address of a webhook holds no user name and no password; the signature says who sends.");
        }
        if (uri.getRawFragment() != null) {
            throw new Refused("fragment", "An address of a webhook ends before a #.");
        }
        Receiver receiver = Receiver.of(uri);
        if (!internal && !ports.contains(receiver.port())) {
            throw new Refused(
                    "port",
                    "Webhooks are delivered to the ports "
                            + String.join(
                                    ", ", ports.stream().map(String::valueOf).toList()) + ", not to " + receiver.port()
                            + ".");
        }
        if (!internal
                && !receiver.host().startsWith("[")
                && OWN_NAMES.matcher(receiver.host().toLowerCase(Locale.ROOT)).matches()) {
            throw inside(receiver);
        }
        return receiver;
    }

    /** The address in the network to connect to: every one that the name leads to is allowed, and the first is taken. */
    InetAddress resolve(Receiver receiver) throws Refused, UnknownHostException {
        List<InetAddress> found = names.addresses(receiver.name());
        Set<Reach> allowed = internal ? Set.of(Reach.PUBLIC, Reach.INTERNAL) : Set.of(Reach.PUBLIC);
        for (InetAddress address : found) {
            if (!allowed.contains(Reach.of(address))) {
                throw inside(receiver);
            }
        }
        return found.getFirst();
    }

    private static Refused malformed(String address) {
        return new Refused("malformed", "\"" + address + "\" is no address as https://hooks.example.org/uplift.");
    }

    private static Refused inside(Receiver receiver) {
        return new Refused(
                "internal-address",
                receiver.host()
                        + " leads into an internal or reserved network; webhooks are delivered to public addresses.");
    }
}
