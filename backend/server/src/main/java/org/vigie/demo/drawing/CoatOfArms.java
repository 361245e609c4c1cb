package org.vigie.demo.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Aubrelle's arms: azure, a tower argent above the waves of the Lorne. */
public final class CoatOfArms {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 288;
    private static final Color AZURE = new Color(0x1b4f8f);
    private static final Color ARGENT = new Color(0xf4f4f0);

    private CoatOfArms() {}

    /** PNG, 240 × 288 pixels. */
    public static byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Path2D shield = shield();
        pen.setColor(AZURE);
        pen.fill(shield);
        pen.clip(shield);
        pen.setColor(ARGENT);
        pen.fillRect(80, 92, 80, 98);
        for (int x = 72; x <= 144; x += 36) {
            pen.fillRect(x, 66, 24, 32);
        }
        pen.setStroke(new BasicStroke(10));
        wave(pen, 212);
        wave(pen, 240);
        pen.setColor(AZURE);
        pen.fillArc(106, 138, 28, 36, 0, 180);
        pen.fillRect(106, 156, 28, 34);
        pen.dispose();
        return encoded(image);
    }

    private static Path2D shield() {
        Path2D path = new Path2D.Double();
        path.moveTo(12, 12);
        path.lineTo(WIDTH - 12, 12);
        path.lineTo(WIDTH - 12, 150);
        path.curveTo(WIDTH - 12, 226, 170, 262, 120, HEIGHT - 10);
        path.curveTo(70, 262, 12, 226, 12, 150);
        path.closePath();
        return path;
    }

    private static void wave(Graphics2D pen, int y) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, y);
        for (int x = 0; x < WIDTH; x += 60) {
            path.curveTo(x + 20, y - 16, x + 40, y + 16, x + 60, y);
        }
        pen.draw(path);
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
