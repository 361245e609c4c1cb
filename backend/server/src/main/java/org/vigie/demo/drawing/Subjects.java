package org.vigie.demo.drawing;

import static org.vigie.demo.drawing.Shapes.between;
import static org.vigie.demo.drawing.Shapes.blot;
import static org.vigie.demo.drawing.Shapes.fill;
import static org.vigie.demo.drawing.Shapes.oneOf;
import static org.vigie.demo.drawing.Shapes.polygon;
import static org.vigie.demo.drawing.Shapes.veil;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.SplittableRandom;

/** The things that people point their telephones at. */
final class Subjects {

    private Subjects() {}

    static void pothole(Graphics2D brush, SplittableRandom random) {
        double x = between(330, 620, random);
        double y = between(560, 620, random);
        double size = between(110, 190, random);
        fill(brush, 0x3A3B3E, blot(x, y, size, size * 0.36, random));
        fill(brush, 0x6E6558, blot(x + 6, y + 8, size * 0.8, size * 0.26, random));
        fill(brush, 0x4A4239, blot(x - 8, y + 12, size * 0.55, size * 0.16, random));
        for (int i = 0; i < 60; i++) {
            double turn = random.nextDouble() * 2 * Math.PI;
            double far = size * (0.4 + random.nextDouble());
            double grain = 3 + random.nextInt(9);
            fill(
                    brush,
                    oneOf(random, 0x8B8479, 0x55524D, 0x2F3033),
                    new Ellipse2D.Double(
                            x + Math.cos(turn) * far, y + Math.sin(turn) * far * 0.36, grain, grain * 0.6));
        }
    }

    static void crackedPavement(Graphics2D brush, SplittableRandom random) {
        double x = between(280, 560, random);
        fill(brush, 0x877F72, polygon(x, 380, x + 190, 372, x + 220, 440, x - 14, 446));
        fill(brush, 0xC8C2B6, polygon(x + 8, 372, x + 96, 362, x + 102, 400, x + 2, 416));
        fill(brush, 0xAFA89B, polygon(x + 110, 384, x + 184, 398, x + 196, 436, x + 104, 424));
        brush.setStroke(new BasicStroke(3));
        brush.setColor(new Color(0x4F4940));
        for (int i = 0; i < 7; i++) {
            double from = x + random.nextInt(200);
            brush.draw(new QuadCurve2D.Double(
                    from, 375, from + random.nextInt(40) - 20, 410, from + random.nextInt(90) - 45, 448));
        }
    }

    static void bags(Graphics2D brush, SplittableRandom random) {
        double left = between(180, 420, random);
        veil(brush, 0, 70, new Ellipse2D.Double(left - 30, 440, 420, 46));
        fill(brush, 0xB08A5A, polygon(left + 210, 340, left + 320, 330, left + 330, 440, left + 214, 446));
        fill(brush, 0x8F6E45, polygon(left + 320, 330, left + 350, 346, left + 356, 436, left + 330, 440));
        for (int i = 0; i < 7; i++) {
            bag(brush, left + i * 46.0 + random.nextInt(18), 450.0 + random.nextInt(16), random);
        }
    }

    private static void bag(Graphics2D brush, double x, double foot, SplittableRandom random) {
        double width = between(80, 112, random);
        double height = between(78, 118, random);
        int colour = oneOf(random, 0x1F2226, 0x2B2E33, 0x24282E, 0xD7B93E, 0x3B5C8A);
        Path2D bag = new Path2D.Double();
        bag.moveTo(x, foot);
        bag.curveTo(
                x - 16, foot - height * 0.6, x + width * 0.25, foot - height * 0.8, x + width * 0.45, foot - height);
        bag.curveTo(x + width * 0.8, foot - height * 0.85, x + width + 18, foot - height * 0.5, x + width, foot);
        bag.closePath();
        fill(brush, colour, bag);
        fill(
                brush,
                colour,
                polygon(
                        x + width * 0.45,
                        foot - height + 8,
                        x + width * 0.28,
                        foot - height - 20,
                        x + width * 0.64,
                        foot - height - 16));
        brush.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        brush.setColor(new Color(255, 255, 255, 70));
        brush.draw(new QuadCurve2D.Double(
                x + width * 0.24,
                foot - height * 0.6,
                x + width * 0.12,
                foot - height * 0.4,
                x + width * 0.18,
                foot - 16));
    }

    static void furniture(Graphics2D brush, SplittableRandom random) {
        double x = between(240, 500, random);
        int cloth = oneOf(random, 0x8C5B4E, 0x5E6B77, 0x6F7A4F, 0x7A6A8C);
        veil(brush, 0, 70, new Ellipse2D.Double(x - 20, 446, 350, 40));
        fill(brush, cloth, new RoundRectangle2D.Double(x, 348, 300, 90, 34, 34));
        veil(brush, 0xFFFFFF, 36, new RoundRectangle2D.Double(x + 34, 396, 112, 40, 18, 18));
        veil(brush, 0xFFFFFF, 36, new RoundRectangle2D.Double(x + 154, 396, 112, 40, 18, 18));
        fill(brush, cloth, new RoundRectangle2D.Double(x - 16, 384, 48, 82, 26, 26));
        fill(brush, cloth, new RoundRectangle2D.Double(x + 268, 384, 48, 82, 26, 26));
        veil(brush, 0, 60, new Rectangle2D.Double(x + 4, 436, 292, 26));
        fill(brush, 0xE8E4DA, new RoundRectangle2D.Double(x - 130, 300, 92, 160, 10, 10));
        veil(brush, 0, 50, new Rectangle2D.Double(x - 130, 352, 92, 4));
    }

    static void fullBin(Graphics2D brush, SplittableRandom random) {
        double x = between(380, 520, random);
        for (int i = 0; i < 26; i++) {
            AffineTransform turned = AffineTransform.getRotateInstance(
                    random.nextDouble() * 3, x + random.nextInt(240) - 80, 440.0 + random.nextInt(30));
            fill(
                    brush,
                    oneOf(random, 0xE9E4D8, 0xC9463D, 0x3F7FB5, 0xE2B93B, 0x7FA65A),
                    turned.createTransformedShape(
                            new Rectangle2D.Double(x + random.nextInt(240) - 80, 430.0 + random.nextInt(40), 26, 12)));
        }
        fill(brush, 0x3B5546, new RoundRectangle2D.Double(x, 300, 110, 160, 14, 14));
        veil(brush, 0xFFFFFF, 40, new Rectangle2D.Double(x + 14, 312, 14, 140));
        for (int i = 0; i < 12; i++) {
            double at = x - 8 + random.nextInt(100);
            fill(
                    brush,
                    oneOf(random, 0xE9E4D8, 0x1F2226, 0xB08A5A, 0xD7B93E, 0xC9463D),
                    blot(at + 14, 292 - random.nextInt(26), 26, 18, random));
        }
    }

    static void leaves(Graphics2D brush, SplittableRandom random) {
        for (int i = 0; i < 1500; i++) {
            double y = between(372, 540, random);
            double size = 7 + (y - 372) / 16;
            double x = random.nextInt(Picture.WIDTH);
            AffineTransform turned = AffineTransform.getRotateInstance(random.nextDouble() * 3, x, y);
            fill(
                    brush,
                    oneOf(random, 0xB8742C, 0x8A5A24, 0xC99A3B, 0x6E4A22, 0xA6452B, 0xD1AE55),
                    turned.createTransformedShape(new Ellipse2D.Double(x, y, size * 1.7, size * 0.7)));
        }
    }

    static void darkLamp(Graphics2D brush, SplittableRandom random) {
        veil(brush, 0x0B1526, 165, new Rectangle2D.Double(0, 0, Picture.WIDTH, Picture.HEIGHT));
        lamp(brush, between(300, 600, random), 0);
        double far = between(760, 880, random);
        veil(brush, 0xFFE2A0, 60, new Ellipse2D.Double(far - 110, 150, 220, 330));
        fill(brush, 0xFFF1CC, new Ellipse2D.Double(far - 14, 176, 28, 16));
    }

    static void leaningLamp(Graphics2D brush, SplittableRandom random) {
        double x = between(380, 560, random);
        AffineTransform before = brush.getTransform();
        brush.rotate(0.24, x, 452);
        lamp(brush, x, 1);
        brush.setTransform(before);
        brush.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        int[] wires = {0xB3261E, 0x2B62B0, 0x2F7A3E};
        for (int i = 0; i < wires.length; i++) {
            brush.setColor(new Color(wires[i]));
            brush.draw(new QuadCurve2D.Double(x + 4, 424, x + 40 + i * 12, 400 - i * 14.0, x + 58 + i * 16, 448));
        }
    }

    private static void lamp(Graphics2D brush, double x, int openTrap) {
        fill(brush, 0x2B3036, polygon(x - 7, 456, x - 4, 70, x + 4, 70, x + 8, 456));
        brush.setStroke(new BasicStroke(7));
        brush.setColor(new Color(0x2B3036));
        brush.draw(new QuadCurve2D.Double(x, 74, x + 10, 36, x + 92, 40));
        fill(brush, 0x3A4048, new Arc2D.Double(x + 70, 30, 84, 40, 0, 180, Arc2D.CHORD));
        fill(brush, 0x8C9298, new Rectangle2D.Double(x + 76, 50, 72, 7));
        fill(brush, openTrap == 1 ? 0x0E0F11 : 0x3A4048, new Rectangle2D.Double(x - 7, 392, 15, 44));
    }

    static void branch(Graphics2D brush, SplittableRandom random) {
        double x = between(150, 300, random);
        brush.setColor(new Color(0x4A3A2C));
        brush.setStroke(new BasicStroke(26, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        brush.draw(new QuadCurve2D.Double(x, 560, x + 230, 470, x + 470, 500));
        brush.setStroke(new BasicStroke(11, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < 9; i++) {
            double from = x + 120 + i * 40;
            double lift = random.nextInt(150) - 90;
            brush.setColor(new Color(0x4A3A2C));
            brush.draw(new Line2D.Double(from, 506, from + 70, 506 - lift));
            foliage(brush, from + 76, 506 - lift, 52, random);
        }
        fill(brush, 0xC9A877, new Ellipse2D.Double(x - 16, 546, 26, 30));
    }

    static void leaningTree(Graphics2D brush, SplittableRandom random) {
        double x = between(300, 420, random);
        fill(brush, 0x5A4635, polygon(x, 456, x + 40, 456, x + 190, 150, x + 158, 140));
        fill(brush, 0xD2AE78, polygon(x + 52, 350, x + 66, 342, x + 34, 440, x + 26, 440));
        for (int i = 0; i < 16; i++) {
            foliage(brush, x + 170 + random.nextInt(220) - 110, 130 + random.nextInt(150) - 75, 74, random);
        }
    }

    private static void foliage(Graphics2D brush, double x, double y, double reach, SplittableRandom random) {
        for (int i = 0; i < 26; i++) {
            double size = reach * (0.2 + random.nextDouble() * 0.3);
            fill(
                    brush,
                    oneOf(random, 0x4E6B34, 0x5F7F3E, 0x3F5A2C, 0x7A9148, 0x6B7F2F),
                    new Ellipse2D.Double(
                            x + (random.nextDouble() - 0.5) * reach * 1.5,
                            y + (random.nextDouble() - 0.5) * reach,
                            size,
                            size * 0.7));
        }
    }

    static void tag(Graphics2D brush, SplittableRandom random) {
        fill(brush, 0xCFC6B8, new Rectangle2D.Double(140, 120, 680, 250));
        veil(brush, 0, 30, new Rectangle2D.Double(140, 356, 680, 14));
        int colour = oneOf(random, 0xB3261E, 0x2B4FB0, 0x1F2226, 0x7A2B9E, 0x1E7A4A);
        for (int layer = 0; layer < 2; layer++) {
            brush.setStroke(new BasicStroke(layer == 0 ? 26 : 13, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            brush.setColor(new Color(layer == 0 ? 0x16181B : colour));
            SplittableRandom same = new SplittableRandom(colour);
            Path2D line = new Path2D.Double();
            line.moveTo(200, 270);
            for (int i = 1; i <= 9; i++) {
                line.quadTo(
                        200 + i * 60 - 50.0 + same.nextInt(60),
                        150.0 + same.nextInt(190),
                        200 + i * 60,
                        190.0 + same.nextInt(130));
            }
            brush.draw(line);
        }
    }

    static void water(Graphics2D brush, SplittableRandom random) {
        double x = between(300, 560, random);
        veil(brush, 0x9CC3DD, 165, blot(x, 540, 330, 66, random));
        veil(brush, 0xD8EAF4, 120, blot(x - 40, 530, 200, 30, random));
        veil(brush, 0xFFFFFF, 110, blot(x + 60, 552, 90, 9, random));
        for (int i = 0; i < 14; i++) {
            veil(brush, 0xEAF5FB, 150, blot(x + random.nextInt(50) - 25, 505 - random.nextInt(60), 8, 22, random));
        }
    }

    static void manhole(Graphics2D brush, SplittableRandom random) {
        double x = between(320, 560, random);
        fill(brush, 0x0D0E10, new Ellipse2D.Double(x, 545, 230, 84));
        fill(brush, 0x2D2F33, new Ellipse2D.Double(x + 40, 520, 230, 84));
        fill(brush, 0x4A4D52, new Ellipse2D.Double(x + 44, 514, 222, 78));
        brush.setStroke(new BasicStroke(4));
        brush.setColor(new Color(0x33363A));
        for (int i = 1; i < 6; i++) {
            brush.draw(new Ellipse2D.Double(x + 44 + i * 18, 514 + i * 6.4, 222 - i * 36.0, 78 - i * 12.8));
        }
    }

    static void bentSign(Graphics2D brush, SplittableRandom random) {
        double x = between(380, 560, random);
        AffineTransform before = brush.getTransform();
        brush.rotate(0.5 + random.nextDouble() * 0.4, x, 456);
        fill(brush, 0x8D9298, new Rectangle2D.Double(x - 6, 150, 12, 306));
        double[] octagon = new double[16];
        for (int i = 0; i < 8; i++) {
            octagon[2 * i] = x + Math.cos((i + 0.5) * Math.PI / 4) * 76;
            octagon[2 * i + 1] = 150 + Math.sin((i + 0.5) * Math.PI / 4) * 76;
        }
        fill(brush, 0xF3F1EC, polygon(octagon));
        brush.translate(x, 150);
        brush.scale(0.9, 0.9);
        brush.translate(-x, -150);
        fill(brush, 0xB3261E, polygon(octagon));
        fill(brush, 0xF3F1EC, new RoundRectangle2D.Double(x - 48, 138, 96, 24, 6, 6));
        brush.setTransform(before);
    }

    static void wreck(Graphics2D brush, SplittableRandom random) {
        double x = between(170, 330, random);
        int paint = oneOf(random, 0x8F959B, 0x3B5C8A, 0x7C3B33, 0xD8D5CD, 0x4F5A4A);
        veil(brush, 0, 90, new Ellipse2D.Double(x - 20, 556, 560, 50));
        fill(brush, paint, new RoundRectangle2D.Double(x, 440, 520, 120, 50, 50));
        fill(brush, paint, polygon(x + 90, 446, x + 150, 366, x + 356, 366, x + 430, 446));
        fill(brush, 0x2F3A44, polygon(x + 112, 442, x + 160, 380, x + 244, 380, x + 244, 442));
        fill(brush, 0x2F3A44, polygon(x + 258, 442, x + 258, 380, x + 346, 380, x + 402, 442));
        veil(brush, 0x8A5A24, 120, blot(x + 330, 520, 90, 26, random));
        fill(brush, 0xE9E4D8, new RoundRectangle2D.Double(x + 486, 470, 30, 24, 10, 10));
        for (double wheel : new double[] {x + 66, x + 372}) {
            fill(brush, 0x1B1D20, new Ellipse2D.Double(wheel, 512, 92, 78));
            fill(brush, 0x6F757B, new Ellipse2D.Double(wheel + 24, 534, 44, 36));
        }
    }
}
