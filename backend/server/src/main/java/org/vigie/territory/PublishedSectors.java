package org.vigie.territory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.geo.Ewkb;
import org.vigie.territory.topology.Piece;

/** The published versions of the open jurisdiction's sector sets, for those who draw the next one. */
@Repository
public class PublishedSectors {

    /**
     * @param sectors how many it has
     * @param serves whether its set decides who works
     */
    public record Version(
            UUID id,
            UUID setId,
            String setCode,
            String setName,
            SectorImport.Kind kind,
            boolean serves,
            int number,
            Instant holdsFrom,
            long sectors) {}

    private final JdbcClient jdbc;
    private final SectorVersions versions;
    private final SectorSets sets;
    private final StagedSectors staged;
    private final TerritorySettings settings;

    PublishedSectors(
            JdbcClient jdbc,
            SectorVersions versions,
            SectorSets sets,
            StagedSectors staged,
            TerritorySettings settings) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.sets = sets;
        this.staged = staged;
        this.settings = settings;
    }

    /** Of all sets, the serving one first; of each, the newest first. */
    @Transactional(readOnly = true)
    public List<Version> list() {
        return jdbc.sql("""
                        select v.sector_version_id, v.sector_set_id, s.code, s.name, s.kind, s.serves, v.version, v.holds_from,
                            (select count(*) from territory.sector_shape p where p.jurisdiction_id = v.jurisdiction_id
                                and p.sector_version_id = v.sector_version_id) as sectors
                        from territory.sector_version v join territory.sector_set s using (jurisdiction_id, sector_set_id)
                        order by s.serves desc, s.code, v.version desc
                        """)
                .query((row, n) -> new Version(
                        row.getObject("sector_version_id", UUID.class),
                        row.getObject("sector_set_id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        SectorImport.Kind.valueOf(row.getString("kind")),
                        row.getBoolean("serves"),
                        row.getInt("version"),
                        row.getObject("holds_from", OffsetDateTime.class).toInstant(),
                        row.getLong("sectors")))
                .list();
    }

    /** @throws Refusal not-found */
    @Transactional(readOnly = true)
    public Version get(UUID versionId) {
        return list().stream()
                .filter(version -> version.id().equals(versionId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("sector version"));
    }

    /** The newest of the same set, whether or not it holds yet. */
    @Transactional(readOnly = true)
    public Version newest(UUID setId) {
        return list().stream()
                .filter(version -> version.setId().equals(setId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("sector version"));
    }

    /** By code. */
    @Transactional(readOnly = true)
    public List<Piece> pieces(UUID versionId) {
        List<SectorSnapshot.Shape> shapes = versions.shapes(versionId).stream()
                .sorted(java.util.Comparator.comparing(shape -> shape.sector().code()))
                .toList();
        return shapes.stream()
                .map(shape -> new Piece(
                        shapes.indexOf(shape) + 1L,
                        shape.sector().code(),
                        shape.sector().name(),
                        shape.priority(),
                        shape.shape()))
                .toList();
    }

    /** Every sector the set ever had, by code: what keeps its code keeps its id. */
    @Transactional(readOnly = true)
    public Map<String, UUID> sectorIds(UUID setId) {
        Map<String, UUID> ids = new HashMap<>();
        jdbc.sql("select code, sector_id from territory.sector where sector_set_id = :set")
                .param("set", setId)
                .query(row -> {
                    ids.put(row.getString("code"), row.getObject("sector_id", UUID.class));
                });
        return ids;
    }

    /** Places positions as if these sectors of a partition were published. @param ids by code */
    public SectorLookup lookup(Version as, List<Piece> pieces, Map<String, UUID> ids) {
        List<SectorSnapshot.Shape> shapes = pieces.stream()
                .map(piece -> new SectorSnapshot.Shape(
                        new LocatedSector(
                                java.util.Objects.requireNonNull(ids.get(piece.code()), piece.code()),
                                piece.code(),
                                piece.name(),
                                as.id(),
                                as.number()),
                        piece.shape(),
                        // Decides where sectors overlap, which those of a partition do not.
                        0,
                        piece.priority()))
                .toList();
        return new SectorLookup(new SectorSnapshot(as.id(), shapes), settings);
    }

    /** Places positions by a version, whether or not it holds. */
    @Transactional(readOnly = true)
    public SectorLookup lookup(UUID versionId) {
        return new SectorLookup(new SectorSnapshot(versionId, versions.shapes(versionId)), settings);
    }

    /** Whether it is the version of its set that holds at an instant. */
    @Transactional(readOnly = true)
    public boolean holds(UUID versionId, Instant at) {
        return versions.held(get(versionId).setCode(), at)
                .flatMap(SectorVersions.Held::versionId)
                .filter(versionId::equals)
                .isPresent();
    }

    /** How far outside of all sectors the lookup still finds the nearest. */
    public double toleranceMetres() {
        return settings.toleranceMetres();
    }

    /** Nobody publishes sectors of the jurisdiction before this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        jdbc.sql(
                        "select 1 from territory.jurisdiction where jurisdiction_id = access.current_jurisdiction() for update")
                .query(Integer.class)
                .single();
    }

    /** Makes the sectors the set's next version; answers its id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID publish(UUID setId, List<Piece> pieces, Instant holdsFrom) {
        staged.fill(pieces);
        return sets.publish(setId, fingerprint(pieces), holdsFrom.atOffset(ZoneOffset.UTC));
    }

    private static byte[] fingerprint(List<Piece> pieces) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Piece piece : pieces) {
                digest.update((piece.code() + "\0" + piece.name() + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(Ewkb.write(piece.shape()));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
