package org.vigie.territory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings below {@code vigie.territory}.
 *
 * @param toleranceMetres how far outside of all sectors the nearest still takes a position
 * @param edgeMetres nearer to an edge than this, people are told and may choose the neighbour
 */
@Validated
@ConfigurationProperties("vigie.territory")
record TerritorySettings(
        @DefaultValue("25") @PositiveOrZero @Max(1000) double toleranceMetres,
        @DefaultValue("15") @PositiveOrZero @Max(1000) double edgeMetres) {}
