package org.vigie.demo.drawing;

import static org.vigie.demo.drawing.Shapes.between;
import static org.vigie.demo.drawing.Shapes.fill;
import static org.vigie.demo.drawing.Shapes.oneOf;
import static org.vigie.demo.drawing.Shapes.polygon;
import static org.vigie.demo.drawing.Shapes.veil;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/** A row of houses, a pavement before it, a carriageway up to the feet of whoever looks. */
final class StreetScene {

    static final int FRONTS = 330;
    static final int KERB = 450;

    private StreetScene() {}

    static void paint(Graphics2D brush, SplittableRandom random) {
        boolean grey = random.nextInt(3) == 0;
        Color high = new Color(grey ? 0x9FA9B2 : 0x7FA8CF);
        brush.setPaint(new GradientPaint(0, 0, high, 0, FRONTS, new Color(grey ? 0xD5DADD : 0xDCE8F0)));
        brush.fillRect(0, 0, Picture.WIDTH, FRONTS);
        houses(brush, random);
        ground(brush, random);
    }

    private static void houses(Graphics2D brush, SplittableRandom random) {
        int x = -between(0, 120, random);
        while (x < Picture.WIDTH) {
            int width = between(130, 230, random);
            int top = between(20, 130, random);
            int wall = oneOf(random, 0xE4D9C4, 0xD9C6AC, 0xEDE6D8, 0xC9B79E, 0xD8CFC3, 0xBFA78C);
            fill(brush, wall, new Rectangle2D.Double(x, top, width, FRONTS - top + 40.0));
            int roof = oneOf(random, 0x5B5F68, 0x7A4A3C, 0x6B6F78, 0x8A5A46);
            fill(brush, roof, polygon(x - 6, top, x + 14, top - 46, x + width - 14, top - 46, x + width + 6, top));
            windows(brush, random, new Rectangle2D.Double(x, top, width, FRONTS - top));
            veil(brush, 0, 26, new Rectangle2D.Double(x + width - 7.0, top, 7, FRONTS - top + 40.0));
            x += width;
        }
    }

    private static void windows(Graphics2D brush, SplittableRandom random, Rectangle2D front) {
        int shutters = oneOf(random, 0x6E8796, 0x7C8F6B, 0x8C5B4E, 0x5E6B77, 0xA8A295);
        int columns = front.getWidth() > 180 ? 3 : 2;
        double step = front.getWidth() / columns;
        for (double y = front.getY() + 26; y < FRONTS - 70; y += 84) {
            for (int i = 0; i < columns; i++) {
                double x = front.getX() + step * (i + 0.5) - 16;
                fill(brush, shutters, new Rectangle2D.Double(x - 15, y, 62, 52));
                fill(brush, 0x3E4B57, new Rectangle2D.Double(x, y, 32, 52));
                veil(brush, 0xFFFFFF, 60, polygon(x, y, x + 20, y, x + 4, y + 52, x, y + 52));
            }
        }
        double door = front.getX() + step * 0.5 - 20;
        fill(
                brush,
                oneOf(random, 0x4E3B30, 0x2F4A3F, 0x5C2F2B, 0x34405A),
                new Rectangle2D.Double(door, FRONTS - 58, 40, 98));
    }

    private static void ground(Graphics2D brush, SplittableRandom random) {
        fill(brush, 0xB9B3A8, new Rectangle2D.Double(0, FRONTS + 34, Picture.WIDTH, KERB - FRONTS - 34));
        brush.setColor(new Color(0xA69F93));
        for (int i = -4; i < 24; i++) {
            brush.drawLine(i * 60 + 60, FRONTS + 34, i * 60 - 20 + i * 4, KERB);
        }
        fill(brush, 0xD2CDC3, new Rectangle2D.Double(0, KERB, Picture.WIDTH, 12));
        fill(brush, 0x7E7B76, new Rectangle2D.Double(0, KERB + 12.0, Picture.WIDTH, 10));
        brush.setPaint(new GradientPaint(0, KERB, new Color(0x63656A), 0, Picture.HEIGHT, new Color(0x4B4D52)));
        brush.fillRect(0, KERB + 22, Picture.WIDTH, Picture.HEIGHT - KERB - 22);
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        for (int i = 0; i < 5200; i++) {
            int y = between(KERB + 22, Picture.HEIGHT, random);
            int size = 1 + 3 * (y - KERB) / (Picture.HEIGHT - KERB);
            int shade = random.nextInt(2) == 0 ? 255 : 0;
            brush.setColor(new Color(shade, shade, shade, between(8, 34, random)));
            brush.fillRect(random.nextInt(Picture.WIDTH), y, size + 1, size);
        }
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }
}
