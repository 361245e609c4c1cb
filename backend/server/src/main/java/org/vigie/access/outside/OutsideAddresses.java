package org.vigie.access.outside;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;

/**
 * Keeps what an administrator, or whoever answers for a name, types in from leading into the machine's own network. The client connects to
 * the very addresses that were looked at, so that a name which means something else a moment later gains nothing.
 */
@Component
public class OutsideAddresses implements DnsResolver {

    private record Network(byte[] first, int bits) {

        static Network of(String text) {
            try {
                String[] parts = text.split("/", 2);
                return new Network(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            boolean isWhole = Arrays.equals(address, 0, whole, first, 0, whole);
            int mask = 0xff00 >> rest;
            return isWhole && (rest == 0 || (address[whole] & mask) == (first[whole] & mask));
        }
    }

    /** Beyond what the JDK knows: shared, unique local, and those that lead to an IPv4 address written inside them. */
    private static final List<Network> INNER = List.of(
            Network.of("0.0.0.0/8"),
            Network.of("100.64.0.0/10"),
            Network.of("192.0.0.0/24"),
            Network.of("192.0.2.0/24"),
            Network.of("198.18.0.0/15"),
            Network.of("198.51.100.0/24"),
            Network.of("203.0.113.0/24"),
            Network.of("240.0.0.0/4"),
            Network.of("::/96"),
            Network.of("64:ff9b::/96"),
            Network.of("64:ff9b:1::/48"),
            Network.of("100::/64"),
            Network.of("2001::/32"),
            Network.of("2001:db8::/32"),
            Network.of("2002::/16"),
            Network.of("fc00::/7"),
            Network.of("fec0::/10"));

    private final OutsideSettings settings;

    OutsideAddresses(OutsideSettings settings) {
        this.settings = settings;
    }

    /**
     * The address, if it may be sent to as far as can be told now.
     *
     * @throws Refusal outside-address-malformed, outside-address-not-https, outside-address-unknown, outside-address-inside
     */
    public URI checked(String text) {
        URI address = named(text);
        try {
            resolve(address.getHost());
        } catch (InsideException inside) {
            throw Refusal.invalid("outside-address-inside", address.getHost());
        } catch (UnknownHostException unknown) {
            throw Refusal.invalid("outside-address-unknown", address.getHost());
        }
        return address;
    }

    /**
     * The address, if it may be named to others, such as a reader's browser: where it leads is not looked at, since nobody here goes there.
     *
     * @throws Refusal outside-address-malformed, outside-address-not-https
     */
    public URI named(String text) {
        URI address = parsed(text);
        boolean isSecure = "https".equalsIgnoreCase(address.getScheme());
        if (!isSecure && !settings.allowHttp()) {
            throw Refusal.invalid("outside-address-not-https");
        }
        return address;
    }

    private static URI parsed(String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme());
            boolean isWeb = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
            if (isWeb && address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            // Told below.
        }
        throw Refusal.invalid("outside-address-malformed");
    }

    /** A name with one inner address among others is refused as a whole: who would say which one is taken. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!settings.allowInnerAddresses() && Arrays.stream(found).anyMatch(OutsideAddresses::isInner)) {
            throw new InsideException(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    static boolean isInner(InetAddress address) {
        boolean known = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        boolean isEither = address instanceof Inet4Address || address instanceof Inet6Address;
        return known || !isEither || INNER.stream().anyMatch(network -> network.contains(address.getAddress()));
    }

    /** The name leads into our own network. */
    static final class InsideException extends UnknownHostException {

        InsideException(String host) {
            super(host + " leads into the network of this machine");
        }
    }
}
