package org.vigie.citizen;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;

/** Addresses of the pages of the jurisdiction that is open, as messages name them. */
@Component
@EnableConfigurationProperties(CitizenSettings.class)
public class PublicPages {

    private final CitizenSettings settings;

    PublicPages(CitizenSettings settings) {
        this.settings = settings;
    }

    public String request(String number) {
        return map() + "?request=" + number;
    }

    public String tracking(String token) {
        return map() + "track/" + token;
    }

    public String watch(String token) {
        return map() + "watch/" + token;
    }

    /** Where a follower says that it is not right. */
    public String reopening(String token) {
        return map() + "reopen/" + token;
    }

    /** Anything else of the jurisdiction that is open. */
    public String below(String path) {
        return map() + path;
    }

    private String map() {
        return settings.publicUrl() + "/" + CurrentJurisdiction.get().code() + "/";
    }
}
