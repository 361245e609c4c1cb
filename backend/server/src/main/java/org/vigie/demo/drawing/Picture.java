package org.vigie.demo.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** One picture of one thing. */
public final class Picture {

    static final int WIDTH = 960;
    static final int HEIGHT = 720;

    private static final Map<String, Subject> SUBJECTS = Map.ofEntries(
            Map.entry("nid-de-poule", Subjects::pothole),
            Map.entry("chaussee-effondree", Subjects::pothole),
            Map.entry("trottoir-abime", Subjects::crackedPavement),
            Map.entry("depot-sauvage", Subjects::bags),
            Map.entry("sacs-hors-jour", Subjects::bags),
            Map.entry("encombrants", Subjects::furniture),
            Map.entry("corbeille-pleine", Subjects::fullBin),
            Map.entry("conteneur-verre", Subjects::fullBin),
            Map.entry("feuilles-mortes", Subjects::leaves),
            Map.entry("lampadaire-eteint", Subjects::darkLamp),
            Map.entry("rue-sans-lumiere", Subjects::darkLamp),
            Map.entry("danger-electrique", Subjects::leaningLamp),
            Map.entry("branche-tombee", Subjects::branch),
            Map.entry("arbre-menacant", Subjects::leaningTree),
            Map.entry("tags", Subjects::tag),
            Map.entry("fuite-eau", Subjects::water),
            Map.entry("egout-bouche", Subjects::water),
            Map.entry("plaque-egout", Subjects::manhole),
            Map.entry("panneau", Subjects::bentSign),
            Map.entry("mobilier-urbain", Subjects::bentSign),
            Map.entry("vehicule-epave", Subjects::wreck),
            Map.entry("stationnement-genant", Subjects::wreck));

    private Picture() {}

    /** Paints a thing into a street. */
    interface Subject {
        void paint(Graphics2D brush, SplittableRandom random);
    }

    /** Whether there is something to show for a category. */
    public static boolean shows(String categoryCode) {
        return SUBJECTS.containsKey(categoryCode);
    }

    /** A JPEG of what that category, which {@link #shows}, reports. */
    public static byte[] of(String categoryCode, long seed) {
        return jpeg(Objects.requireNonNull(SUBJECTS.get(categoryCode), categoryCode), seed);
    }

    /** A JPEG of the same street when all is well again. */
    public static byte[] after(long seed) {
        return jpeg((brush, random) -> {}, seed);
    }

    private static byte[] jpeg(Subject subject, long seed) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        StreetScene.paint(brush, new SplittableRandom(seed));
        subject.paint(brush, new SplittableRandom(seed + 1));
        Light.fall(image, brush, new SplittableRandom(seed + 2));
        brush.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
