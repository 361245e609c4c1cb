package org.vigie.territory.remote;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import org.vigie.access.Refusal;

/**
 * Keeps requests away from this machine and its neighbours, whatever address somebody gives or another server answers with.
 *
 * @param privateNetwork whoever runs the command says that the source stands in their own network
 * @param origin that every further address must have
 */
record NetworkGuard(boolean privateNetwork, URI origin) {

    /** @throws Refusal remote-address-refused, remote-leads-elsewhere, remote-unreachable */
    void check(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null || address.getUserInfo() != null || !scheme.matches("https?")) {
            throw Refusal.invalid("remote-address-refused", address);
        }
        if (!address.getHost().equalsIgnoreCase(origin.getHost())
                || address.getPort() != origin.getPort()
                || !Objects.equals(address.getScheme(), origin.getScheme())) {
            throw Refusal.invalid("remote-leads-elsewhere", address, origin.getAuthority());
        }
        if (privateNetwork) {
            return;
        }
        try {
            for (InetAddress each : InetAddress.getAllByName(address.getHost())) {
                if (isInside(each)) {
                    throw Refusal.invalid("remote-address-refused", address);
                }
            }
        } catch (UnknownHostException e) {
            throw Refusal.invalid("remote-unreachable", address, "unknown host");
        }
    }

    static boolean isInside(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || switch (address) {
                    case Inet4Address four -> isReserved(four.getAddress());
                    case Inet6Address six -> embeds(six.getAddress());
                    default -> false;
                };
    }

    /** This network, shared address space, and what is not handed out. */
    private static boolean isReserved(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        return first == 0
                || first >= 240
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0;
    }

    /** Unique local addresses, and IPv4 in the clothes of IPv6 (mapped, NAT64, 6to4), which routers may undress. */
    private static boolean embeds(byte[] six) {
        boolean zeros = true;
        for (int i = 0; i < 10; i++) {
            zeros &= six[i] == 0;
        }
        boolean nat64 = six[0] == 0 && six[1] == 0x64 && six[2] == (byte) 0xff && six[3] == (byte) 0x9b;
        boolean sixToFour = six[0] == 0x20 && six[1] == 0x02;
        return (six[0] & 0xfe) == 0xfc || zeros || nat64 || sixToFour;
    }
}
