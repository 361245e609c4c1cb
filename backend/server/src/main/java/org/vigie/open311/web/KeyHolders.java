package org.vigie.open311.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigie.access.ApiKey;
import org.vigie.access.Refusal;
import org.vigie.open311.Client;
import org.vigie.open311.Clients;

/** Which client calls, told by its key. */
@Component
class KeyHolders {

    private final Clients clients;

    KeyHolders(Clients clients) {
        this.clients = clients;
    }

    /** @throws Refusal open311-key-invalid when there is no key, or nobody here holds it */
    Client get(Parameters sent) {
        return clients.holding(new ApiKey(sent.text("api_key").orElse("")));
    }

    /** @throws Refusal open311-key-invalid when there is a key that nobody here holds */
    Optional<Client> find(Parameters sent) {
        return sent.text("api_key").map(key -> clients.holding(new ApiKey(key)));
    }
}
