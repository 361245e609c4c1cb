package org.vigie.map;

import org.springframework.stereotype.Repository;
import org.vigie.access.database.OneQuestion;
import org.vigie.geo.Wgs84Point;

/** The open requests of the open jurisdiction that the public may see, nearest first. */
@Repository
public class NearestRequests {

    private final OneQuestion question;

    NearestRequests(OneQuestion question) {
        this.question = question;
    }

    /**
     * JSON as the database wrote it, so that nothing of it is made twice.
     *
     * @param furthestMetres what lies beyond is left out
     */
    public byte[] near(Wgs84Point position, int most, int furthestMetres) {
        return question.ask(
                byte[].class,
                "convert_to(map.request_nearest(?, ?, ?, ?), 'UTF8')",
                position.longitudeDegrees(),
                position.latitudeDegrees(),
                most,
                (double) furthestMetres);
    }
}
