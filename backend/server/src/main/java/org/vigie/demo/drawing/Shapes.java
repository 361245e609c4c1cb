package org.vigie.demo.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/** Forms that no ruler made. */
final class Shapes {

    private Shapes() {}

    static Path2D polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** A flat, ragged patch on the ground around a point. */
    static Path2D blot(double x, double y, double rx, double ry, SplittableRandom random) {
        Path2D path = new Path2D.Double();
        int corners = 22;
        for (int i = 0; i < corners; i++) {
            double turn = i * 2 * Math.PI / corners;
            double reach = 0.78 + random.nextDouble() * 0.3;
            double px = x + Math.cos(turn) * rx * reach;
            double py = y + Math.sin(turn) * ry * reach;
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }

    static void fill(Graphics2D brush, int rgb, java.awt.Shape shape) {
        brush.setColor(new Color(rgb));
        brush.fill(shape);
    }

    static void veil(Graphics2D brush, int rgb, int alpha, java.awt.Shape shape) {
        brush.setColor(new Color((rgb & 0xFFFFFF) | alpha << 24, true));
        brush.fill(shape);
    }

    static int between(int low, int high, SplittableRandom random) {
        return low + random.nextInt(high - low);
    }

    static int oneOf(SplittableRandom random, int... colours) {
        return colours[random.nextInt(colours.length)];
    }
}
