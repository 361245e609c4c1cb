package org.vigie.overlay.capabilities;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A set of tiles as web maps have them: Web Mercator from the north-western corner of the world, 256 pixels, each zoom twice the last.
 *
 * @param prefix what stands before the number of a zoom in the name of its matrix
 */
record MercatorTiles(String set, String prefix, Offer.Zooms zooms) {

    /** Of zoom 0, by OGC's standard pixel of 0.28 mm. */
    private static final double WORLD_SCALE = 559_082_264.028_717_8;

    private static final double CORNER_METRES = 20_037_508.34;
    private static final double CORNER_TOLERANCE_METRES = 1.0;
    private static final double SCALE_TOLERANCE = 1e-4;

    private record Matrix(String prefix, int zoom) {}

    /** @return absent when it is another set */
    static Optional<MercatorTiles> of(Node set) {
        String system = set.text("SupportedCRS");
        boolean isMercator = Stream.of(":3857", ":900913", ":102100", "/3857").anyMatch(system::endsWith);
        List<Optional<Matrix>> matrices =
                set.all("TileMatrix").map(MercatorTiles::matrix).toList();
        boolean all = !matrices.isEmpty() && matrices.stream().allMatch(Optional::isPresent);
        if (!isMercator || !all) {
            return Optional.empty();
        }
        List<Matrix> known = matrices.stream().flatMap(Optional::stream).toList();
        String prefix = known.getFirst().prefix();
        if (!known.stream().allMatch(matrix -> matrix.prefix().equals(prefix))) {
            return Optional.empty();
        }
        int least = known.stream().mapToInt(Matrix::zoom).min().orElseThrow();
        int most = known.stream().mapToInt(Matrix::zoom).max().orElseThrow();
        return Optional.of(new MercatorTiles(set.text("Identifier"), prefix, new Offer.Zooms(least, most)));
    }

    private static Optional<Matrix> matrix(Node matrix) {
        try {
            double scale = Double.parseDouble(matrix.text("ScaleDenominator"));
            int zoom = (int) Math.round(Math.log(WORLD_SCALE / scale) / Math.log(2));
            boolean isUsual = zoom >= 0
                    && zoom <= 30
                    && Math.abs(scale * (1L << zoom) / WORLD_SCALE - 1) < SCALE_TOLERANCE
                    && matrix.text("TileWidth").equals("256")
                    && matrix.text("TileHeight").equals("256")
                    && isCorner(matrix.text("TopLeftCorner"));
            String name = matrix.text("Identifier");
            String number = String.valueOf(zoom);
            return isUsual && isNumbered(name, number)
                    ? Optional.of(new Matrix(name.substring(0, name.length() - number.length()), zoom))
                    : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static boolean isCorner(String corner) {
        String[] values = corner.split("\\s+");
        return values.length == 2
                && Math.abs(Double.parseDouble(values[0]) + CORNER_METRES) < CORNER_TOLERANCE_METRES
                && Math.abs(Double.parseDouble(values[1]) - CORNER_METRES) < CORNER_TOLERANCE_METRES;
    }

    /** A name such as {@code 07} is not one that a number can be put into. */
    private static boolean isNumbered(String name, String number) {
        return name.endsWith(number)
                && (name.length() == number.length()
                        || !Character.isDigit(name.charAt(name.length() - number.length() - 1)));
    }
}
