package org.uplift.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Where a network address lies. Whoever may name an address to which this service connects must not reach by it what only this
 * service can reach.
 */
enum Reach {
    /** Out in the public network. */
    PUBLIC,
    /** In the own network: an administrator of the machines can open it. */
    INTERNAL,
    /** Of one link, of many receivers, or of none; what clouds tell machines about themselves lies there too. Never opened. */
    NEVER;

    private record Block(Reach reach, byte[] network, int bits) {
        static Block of(Reach reach, String cidr) {
            String[] parts = cidr.split("/");
            return new Block(reach, InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    // IANA's registries of special purpose addresses, and where clouds tell machines about themselves. Of IPv6 all that
    // is not
    // listed must lie in 2000::/3: what carries an address of IPv4 does not, save for what stands here. An address of
    // IPv4 that
    // is mapped into IPv6 has become one of IPv4 before.
    private static final Block[] BLOCKS = {
        Block.of(INTERNAL, "127.0.0.0/8"),
        Block.of(INTERNAL, "10.0.0.0/8"),
        Block.of(INTERNAL, "172.16.0.0/12"),
        Block.of(INTERNAL, "192.168.0.0/16"),
        Block.of(NEVER, "100.100.100.200/32"),
        Block.of(INTERNAL, "100.64.0.0/10"),
        Block.of(NEVER, "168.63.129.16/32"),
        Block.of(NEVER, "0.0.0.0/8"),
        Block.of(NEVER, "169.254.0.0/16"),
        Block.of(NEVER, "192.0.0.0/24"),
        Block.of(NEVER, "192.0.2.0/24"),
        Block.of(NEVER, "192.88.99.0/24"),
        Block.of(NEVER, "198.18.0.0/15"),
        Block.of(NEVER, "198.51.100.0/24"),
        Block.of(NEVER, "203.0.113.0/24"),
        Block.of(NEVER, "224.0.0.0/3"),
        Block.of(INTERNAL, "::1/128"),
        Block.of(NEVER, "fd00:ec2::/32"),
        Block.of(INTERNAL, "fc00::/7"),
        Block.of(NEVER, "2001::/23"),
        Block.of(NEVER, "2001:db8::/32"),
        Block.of(NEVER, "2002::/16"),
        Block.of(NEVER, "3fff::/20"),
        Block.of(PUBLIC, "2000::/3"),
    };

    static Reach of(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (Block block : BLOCKS) {
            if (block.holds(bytes)) {
                return block.reach();
            }
        }
        return address instanceof Inet4Address ? PUBLIC : NEVER;
    }
}
