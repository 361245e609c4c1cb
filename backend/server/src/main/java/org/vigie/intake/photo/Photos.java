package org.vigie.intake.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Wgs84Point;

/** The photos of the open jurisdiction. */
@Repository
public class Photos {

    private final JdbcClient jdbc;

    Photos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives photos to a request, and forgets where they say they were taken: from now on the request has the position. Giving the
     * same photos to the same request again changes nothing.
     *
     * @throws org.vigie.access.Refusal when a photo is unknown here or belongs to another request; then none is attached
     */
    @Transactional
    public void attach(UUID requestId, List<UUID> photoIds, Photo.Purpose purpose, boolean publishable) {
        for (UUID photoId : photoIds) {
            int attached = jdbc.sql("""
                            update intake.photo
                            set request_id = :request, purpose = :purpose, publishable = :publishable, proposed_location = null
                            where jurisdiction_id = access.current_jurisdiction() and photo_id = :photo
                              and (request_id is null or request_id = :request)
                            """)
                    .param("request", requestId)
                    .param("photo", photoId)
                    .param("purpose", purpose.name())
                    .param("publishable", publishable)
                    .update();
            if (attached == 0) {
                throw find(photoId).isPresent()
                        ? PhotoRefusals.attachedElsewhere(photoId)
                        : PhotoRefusals.unknown(photoId);
            }
        }
    }

    /** The photos of a request, oldest first. */
    @Transactional(readOnly = true)
    public List<Photo> ofRequest(UUID requestId) {
        return ofRequests(List.of(requestId));
    }

    /** The photos of several requests, oldest first. */
    @Transactional(readOnly = true)
    public List<Photo> ofRequests(Collection<UUID> requestIds) {
        return jdbc.sql("""
                        select *, null as place from intake.photo
                        where jurisdiction_id = access.current_jurisdiction() and request_id = any(:requests)
                        order by received_at, photo_id
                        """)
                .param("requests", requestIds.toArray(UUID[]::new))
                .query((row, n) -> read(row).photo())
                .list();
    }

    @Transactional(readOnly = true)
    Optional<StoredPhoto> find(UUID photoId) {
        return jdbc.sql("""
                        select *, st_asewkb(proposed_location) as place from intake.photo
                        where jurisdiction_id = access.current_jurisdiction() and photo_id = :photo
                        """)
                .param("photo", photoId)
                .query((row, n) -> read(row))
                .optional();
    }

    /** @return false when the id is taken; nothing is written then */
    @Transactional
    boolean add(StoredPhoto stored) {
        Photo photo = stored.photo();
        return jdbc.sql("""
                        insert into intake.photo (jurisdiction_id, photo_id, sha256, received_sha256, width, height, proposed_location,
                            taken_at, received_at)
                        values (access.current_jurisdiction(), :id, :sha256, :received, :width, :height,
                            st_geomfromewkb(:place), :taken, :at)
                        on conflict do nothing
                        """)
                        .param("id", photo.id())
                        .param("sha256", stored.file().bytes())
                        .param("received", stored.received().bytes())
                        .param("width", photo.width())
                        .param("height", photo.height())
                        .param(
                                "place",
                                stored.proposedPosition().map(Ewkb::write).orElse(null))
                        .param("taken", stored.takenAt().map(Photos::utc).orElse(null))
                        .param("at", utc(photo.receivedAt()))
                        .update()
                == 1;
    }

    /** Removes photos that nobody attached. Their files are orphans then. */
    @Transactional
    int removeUnattached(Instant receivedBefore) {
        return jdbc.sql("""
                        delete from intake.photo
                        where jurisdiction_id = access.current_jurisdiction() and request_id is null and received_at < :before
                        """).param("before", utc(receivedBefore)).update();
    }

    /** The names of all files that a photo needs. */
    @Transactional(readOnly = true)
    Set<ContentName> files() {
        return new HashSet<>(
                jdbc.sql("select sha256 from intake.photo where jurisdiction_id = access.current_jurisdiction()")
                        .query((row, n) -> name(row, "sha256"))
                        .list());
    }

    private static StoredPhoto read(ResultSet row) throws SQLException {
        Photo photo = new Photo(
                row.getObject("photo_id", UUID.class),
                Optional.ofNullable(row.getObject("request_id", UUID.class)),
                Photo.Purpose.valueOf(row.getString("purpose")),
                row.getInt("width"),
                row.getInt("height"),
                row.getBoolean("publishable"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
        return new StoredPhoto(
                photo,
                name(row, "sha256"),
                name(row, "received_sha256"),
                position(row.getBytes("place")),
                Optional.ofNullable(row.getObject("taken_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Optional<Wgs84Point> position(byte @Nullable [] ewkb) {
        return ewkb == null ? Optional.empty() : Optional.of(Wgs84Point.of((Point) Ewkb.read(ewkb)));
    }

    private static ContentName name(ResultSet row, String column) throws SQLException {
        return new ContentName(HexFormat.of().formatHex(row.getBytes(column)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
