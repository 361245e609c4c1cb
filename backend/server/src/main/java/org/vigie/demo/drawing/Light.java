package org.vigie.demo.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;

/** The darker corners and the grain of a small lens. */
final class Light {

    private static final int GRAIN = 9;

    private Light() {}

    static void fall(BufferedImage image, Graphics2D brush, SplittableRandom random) {
        brush.setPaint(new RadialGradientPaint(
                Picture.WIDTH / 2f, Picture.HEIGHT / 2f, Picture.WIDTH * 0.72f, new float[] {0.55f, 1f}, new Color[] {
                    new Color(0, 0, 0, 0), new Color(0, 0, 0, 95)
                }));
        brush.fillRect(0, 0, Picture.WIDTH, Picture.HEIGHT);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i += 2) {
            int grain = random.nextInt(GRAIN) - GRAIN / 2;
            pixels[i] = shifted(pixels[i], grain);
            pixels[i + 1] = shifted(pixels[i + 1], grain);
        }
    }

    private static int shifted(int rgb, int by) {
        int red = Math.clamp((rgb >> 16 & 0xFF) + (long) by, 0, 255);
        int green = Math.clamp((rgb >> 8 & 0xFF) + (long) by, 0, 255);
        int blue = Math.clamp((rgb & 0xFF) + (long) by, 0, 255);
        return red << 16 | green << 8 | blue;
    }
}
