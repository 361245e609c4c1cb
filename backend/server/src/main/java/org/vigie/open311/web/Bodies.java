package org.vigie.open311.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What GeoReport v2 is made of; {@link Documents} writes the names as the standard has them. */
final class Bodies {

    private Bodies() {}

    record Discovery(String changeset, String contact, String keyService, List<Endpoint> endpoints) {}

    record Endpoint(String specification, String url, String changeset, String type, List<String> formats) {}

    /** @param keywords separated by commas */
    record Service(
            String serviceCode,
            String serviceName,
            String description,
            boolean metadata,
            String type,
            String keywords,
            String group) {}

    record Definition(String serviceCode, List<Attribute> attributes) {}

    /**
     * @param order from 1
     * @param values of a list only
     * @param automated server_set, as mySociety's clients know it: their own id, which no resident is asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attribute(
            boolean variable,
            String code,
            String datatype,
            boolean required,
            String datatypeDescription,
            int order,
            String description,
            @Nullable List<Value> values,
            @Nullable String automated) {}

    record Value(String key, String name) {}

    /** What became of a report: its id or, where that is not told at once, a token that tells it. */
    record Posted(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String serviceRequestId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String token,

            @Nullable String serviceNotice,
            @Nullable String accountId) {}

    record Token(String serviceRequestId, String token) {}

    /** Moments say their zone. */
    record ServiceRequest(
            String serviceRequestId,
            String status,
            @Nullable String statusNotes,
            String serviceName,
            String serviceCode,
            String description,
            @Nullable String agencyResponsible,
            @Nullable String serviceNotice,
            String requestedDatetime,
            String updatedDatetime,
            @Nullable String expectedDatetime,
            @Nullable String address,
            @Nullable String addressId,
            @Nullable String zipcode,
            @Nullable Double lat,
            @JsonProperty("long") @Nullable Double longitude,
            @Nullable String mediaUrl,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ExtendedAttributes extendedAttributes,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Note> notes) {}

    /**
     * @param detailedStatus in the words of CitySDK
     * @param state in ours
     */
    record ExtendedAttributes(
            String detailedStatus,
            String state,
            String kind,
            String group,
            @Nullable String sector,
            List<String> photos) {}

    record Note(String datetime, String description, String type) {}

    record Update(
            String updateId,
            String serviceRequestId,
            String status,
            String updatedDatetime,
            String description,
            @Nullable String mediaUrl,
            String externalStatusCode) {}

    record PostedUpdate(String updateId) {}

    record Coverage(boolean result) {}
}
