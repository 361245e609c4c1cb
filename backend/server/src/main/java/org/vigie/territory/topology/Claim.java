package org.vigie.territory.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.vigie.access.Refusal;
import org.vigie.geo.Areas;
import org.vigie.geo.Geometries;

/** Ground drawn for a sector, cut out of those that have it. */
final class Claim {

    private static final MultiPolygon NO_GROUND = Geometries.FACTORY.createMultiPolygon();

    private final List<Piece> before;
    private final int to;
    private final Snapping snapping;

    /** @param to index of the sector that is to have it */
    Claim(List<Piece> before, int to, Snapping snapping) {
        this.before = before;
        this.to = to;
        this.snapping = snapping;
    }

    /** Looks only at sectors below the drawing: far fewer edges to be cut. */
    List<Piece> amongThoseBelow() {
        Envelope drawn = snapping.drawn().getEnvelopeInternal();
        return among(IntStream.range(0, before.size())
                .filter(i -> i == to
                        || snapping.pieces()
                                .get(i)
                                .shape()
                                .getEnvelopeInternal()
                                .intersects(drawn))
                .boxed()
                .toList());
    }

    List<Piece> amongAll() {
        return among(IntStream.range(0, before.size()).boxed().toList());
    }

    private List<Piece> among(List<Integer> affected) {
        List<Piece> all =
                new ArrayList<>(affected.stream().map(snapping.pieces()::get).toList());
        all.add(new Piece(0, "", "", 0, Geometries.asMultiPolygon(snapping.drawn())));
        int pen = all.size() - 1;
        Map<Integer, List<Polygon>> owned = new TreeMap<>();
        double moved = 0;
        for (Faces.Face face : Faces.of(all, NO_GROUND).list()) {
            int first = face.covering().stream().findFirst().orElse(pen);
            if (first == pen) {
                continue;
            }
            boolean claimed = face.covering().contains(pen);
            int owner = claimed ? to : affected.get(first);
            moved += claimed && affected.get(first) != to ? Areas.squareMetres(face.polygon()) : 0;
            owned.computeIfAbsent(owner, none -> new ArrayList<>()).add(face.polygon());
        }
        if (moved < Survey.LEAST_SQUARE_METRES) {
            throw Refusal.invalid("drawing-changes-nothing", before.get(to).name());
        }
        List<Piece> redrawn = new ArrayList<>(snapping.pieces());
        affected.forEach(i -> redrawn.set(i, redrawn(i, owned.get(i))));
        return redrawn;
    }

    private Piece redrawn(int index, @Nullable List<Polygon> ground) {
        Piece piece = before.get(index);
        if (ground == null) {
            throw Refusal.invalid("sector-would-vanish", piece.name());
        }
        MultiPolygon now = Faces.joined(ground);
        boolean same = piece.shape().getNumPoints() == now.getNumPoints()
                && piece.shape().norm().equalsExact(now.norm());
        return same ? piece : piece.with(now);
    }
}
