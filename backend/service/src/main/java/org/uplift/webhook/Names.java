package org.uplift.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where names lead, as the machine's resolver says. */
@ApplicationScoped
class Names {
    /** All addresses of a name, one at least. */
    List<InetAddress> addresses(String name) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(name));
    }
}
