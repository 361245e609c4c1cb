package org.vigie.access.database;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the database is.
 *
 * @param url must be PostgreSQL: the EPSG database brings HSQLDB onto the class path, which must never be started by accident
 * @param user owner of the schemas; may create roles; used for migrations only
 * @param servicePassword of role vigie_app
 * @param readerPassword of role map_reader
 * @param servicePool most connections of the service
 * @param readerPool most connections of tiles and published layers
 */
@Validated
@ConfigurationProperties("vigie.database")
record DatabaseSettings(
        @NotBlank @Pattern(regexp = "jdbc:postgresql:.+", message = "must begin with jdbc:postgresql:")
        String url,

        @NotBlank String user,
        @DefaultValue("") String password,
        @NotBlank String servicePassword,
        @NotBlank String readerPassword,
        @DefaultValue("12") @Min(2) int servicePool,
        @DefaultValue("6") @Min(1) int readerPool) {}
