package org.vigie.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a caller comes from, as far as it tells one household from another. */
final class ClientNetwork {

    private static final int HOUSEHOLD_BYTES = 8;

    private ClientNetwork() {}

    /**
     * @param address numeric, as the web server knows it
     * @return an IPv4 address itself; of an IPv6 address its /64, within which one household has more addresses than anyone counts
     */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // Numeric, so nothing is asked of a name server; an IPv4 address in IPv6 clothes comes out as what it is.
            InetAddress known = InetAddress.getByName("[" + address + "]");
            return known instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(known.getAddress(), HOUSEHOLD_BYTES)) + "/64"
                    : known.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
