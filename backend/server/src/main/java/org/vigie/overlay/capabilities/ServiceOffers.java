package org.vigie.overlay.capabilities;

import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.access.outside.OutsideCalls;
import org.vigie.access.outside.OutsideCalls.Answer;
import org.vigie.access.outside.OutsideCalls.Call;
import org.vigie.overlay.Overlay;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service what it has, for whoever adds an overlay. */
@Component
public class ServiceOffers {

    private final OutsideCalls calls;
    private final JsonMapper json;

    ServiceOffers(OutsideCalls calls, JsonMapper json) {
        this.calls = calls;
        this.json = json;
    }

    /**
     * @param pasted address of the service, or of its capabilities
     * @throws Refusal overlay-service-silent, overlay-service-refuses, overlay-capabilities-malformed, overlay-kind-without-list, or what is
     *     wrong with the address
     */
    public Offer ask(Overlay.Kind kind, String pasted) {
        ServiceAddress service = ServiceAddress.of(pasted);
        return switch (kind) {
            case WMS -> WmsOffer.of(service, xml(capabilities(service, "WMS")));
            case WMTS -> WmtsOffer.of(service, xml(wmts(service, pasted)));
            case WFS -> WfsOffer.of(service, xml(capabilities(service, "WFS")));
            case FEATURES -> features(service);
            case XYZ -> throw Refusal.invalid("overlay-kind-without-list");
        };
    }

    private static String capabilities(ServiceAddress service, String name) {
        return service.with("SERVICE", name, "REQUEST", "GetCapabilities");
    }

    /** Some have their list as a file and nothing else. */
    private static String wmts(ServiceAddress service, String pasted) {
        return pasted.strip().endsWith(".xml") ? pasted.strip() : capabilities(service, "WMTS");
    }

    private XmlDocument xml(String address) {
        Answer answer = answer(address, "application/xml, text/xml;q=0.9, */*;q=0.1");
        return XmlDocument.read(answer.body(), answer.isCut());
    }

    private Offer features(ServiceAddress service) {
        ServiceAddress collections = service.text()
                        .replaceFirst("\\?.*$", "")
                        .replaceFirst("/+$", "")
                        .endsWith("/collections")
                ? service
                : service.below("/collections");
        Answer answer = answer(collections.text(), "application/json");
        try {
            JsonNode document = json.readTree(answer.body());
            return FeaturesOffer.of(collections, document);
        } catch (JacksonException notJson) {
            throw XmlDocument.malformed();
        }
    }

    private Answer answer(String address, String accepted) {
        try {
            Answer answer = calls.call(new Call("GET", address, Map.of("Accept", accepted), null, null));
            if (!answer.isGood()) {
                throw Refusal.invalid("overlay-service-refuses", answer.status());
            }
            return answer;
        } catch (IOException silent) {
            throw Refusal.invalid("overlay-service-silent");
        }
    }
}
