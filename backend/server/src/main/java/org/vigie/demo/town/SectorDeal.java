package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Deals the faces of the mesh out to the sectors. A face that holds a place of a sector is that sector's; a face
 * without one joins the neighbour it shares the longest edge with.
 */
final class SectorDeal {

    private static final int NOBODY = -1;

    private final SectorMesh mesh;
    private final List<SectorSeed> seeds;
    private final int[] owners;

    SectorDeal(SectorMesh mesh, List<SectorSeed> seeds) {
        this.mesh = mesh;
        this.seeds = List.copyOf(seeds);
        this.owners = new int[mesh.faces().size()];
        Arrays.fill(owners, NOBODY);
        claim();
        while (Arrays.stream(owners).anyMatch(owner -> owner == NOBODY)) {
            absorb();
        }
    }

    /** The sectors, in the order of their seeds. */
    List<Sector> sectors() {
        List<Sector> sectors = new ArrayList<>();
        for (int sector = 0; sector < seeds.size(); sector++) {
            SectorSeed seed = seeds.get(sector);
            Polygon ground = SectorMesh.union(facesOf(sector));
            sectors.add(new Sector(seed.code(), seed.name(), seed.district(), ground));
        }
        return List.copyOf(sectors);
    }

    private List<Polygon> facesOf(int sector) {
        List<Polygon> mine = new ArrayList<>();
        for (int face = 0; face < owners.length; face++) {
            if (owners[face] == sector) {
                mine.add(mesh.faces().get(face));
            }
        }
        return mine;
    }

    private void claim() {
        for (int sector = 0; sector < seeds.size(); sector++) {
            for (Coordinate place : seeds.get(sector).places()) {
                int face = mesh.faceAt(place);
                if (face < 0 || owners[face] != NOBODY) {
                    throw new IllegalStateException(
                            "No free face for " + seeds.get(sector).name() + " at " + place);
                }
                owners[face] = sector;
            }
        }
    }

    /** Gives away the unclaimed face with the longest edge towards a claimed one. */
    private void absorb() {
        int bestFace = NOBODY;
        int bestOwner = NOBODY;
        double longest = 0;
        for (int face = 0; face < owners.length; face++) {
            if (owners[face] != NOBODY) {
                continue;
            }
            for (Map.Entry<Integer, Double> neighbour : mesh.neighbours(face).entrySet()) {
                if (owners[neighbour.getKey()] != NOBODY && neighbour.getValue() > longest) {
                    bestFace = face;
                    bestOwner = owners[neighbour.getKey()];
                    longest = neighbour.getValue();
                }
            }
        }
        if (bestFace == NOBODY) {
            throw new IllegalStateException("A face of the mesh has no neighbour");
        }
        owners[bestFace] = bestOwner;
    }
}
