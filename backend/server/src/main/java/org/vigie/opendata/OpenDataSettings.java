package org.vigie.opendata;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Under what terms the published data may be used.
 *
 * @param licenceName as people know it
 * @param licenceUrl its text
 * @param licenceAuthorityUrl its entry in the European Union's list of licences, for DCAT-AP; empty when it has none
 * @param contactEmail whom to write to about the data; empty for nobody
 */
@Validated
@ConfigurationProperties("vigie.open-data")
public record OpenDataSettings(
        @DefaultValue("Licence Ouverte / Open Licence 2.0") @NotBlank
        String licenceName,

        @DefaultValue("https://www.etalab.gouv.fr/licence-ouverte-open-licence/") @NotBlank
        String licenceUrl,

        @DefaultValue("http://publications.europa.eu/resource/authority/licence/ETALAB_2_0")
        String licenceAuthorityUrl,

        @DefaultValue("") String contactEmail) {}
