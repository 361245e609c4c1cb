package org.vigie.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Danger;
import org.vigie.request.Place;
import org.vigie.request.Requester;

/**
 * What somebody reports, whatever the channel.
 *
 * @param id made by the sender when it may be offline; else made here
 * @param source who told the position; ignored without one
 * @param address as written; may be empty
 * @param sectorChoice code of the sector that a person chose near an edge; ignored without a position
 * @param danger as whoever reports it says
 * @param photos already received, see {@code PUT /photos/{id}}
 * @param answers to the questions of the category's process, by their codes, each as text
 * @param asset what it is about, by id or as {@code lamp:4711}; its position counts where none is told
 */
public record Report(
        Optional<UUID> id,
        String category,
        Optional<Wgs84Point> position,
        Place.Source source,
        String address,
        String description,
        Requester requester,
        List<UUID> photos,
        boolean publishPhotos,
        Optional<String> sectorChoice,
        Optional<Danger> danger,
        Map<String, String> answers,
        Optional<String> asset) {}
