package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.dabyl.turnout.Curve;
import org.junit.jupiter.api.Test;

/** With {@code -Ddabyl.pictures=<folder>} the picture is kept, to be looked at. */
class CurvePictureTest {

    private static final Instant START = Instant.parse("2026-04-05T05:30:00Z");
    private static final int GREEN = 0xff1b8a3a;
    private static final int BLUE = 0xff1f6fc4;
    private static final int RED = 0xffc0392b;

    @Test
    void aMorningIsDrawnWithItsLines() throws IOException {
        List<Curve.Point> points = new ArrayList<>();
        for (int minute = 0; minute <= 90; minute++) {
            long there = Math.round(140 / (1 + Math.exp(-(minute - 40) / 9.0)));
            points.add(
                    new Curve.Point(START.plusSeconds(minute * 60L), Math.max(0, 60 - Math.abs(minute - 15)), there));
        }

        byte[] png = picture().draw(points, 100);

        assertThat(png).hasSizeLessThan(200_000);
        assertThat(colours(png)).contains(GREEN, BLUE, RED);
        String folder = System.getProperty("dabyl.pictures");
        if (folder != null) {
            Files.write(Path.of(folder, "curve.png"), png);
        }
    }

    @Test
    void oneSampleAndNobodyIsDrawnToo() throws IOException {
        byte[] png = picture().draw(List.of(new Curve.Point(START, 0, 0)), 0);

        assertThat(colours(png)).contains(GREEN).doesNotContain(RED);
    }

    private static CurvePicture picture() {
        return new CurvePicture(
                "Шаңырақ-1 · №3 дабыл · 05.04.2026",
                "Жолда: ӘҒҚҢӨҰҮҺІ",
                "Осында",
                "Керегі: 100",
                ZoneId.of("Asia/Almaty"));
    }

    private static List<Integer> colours(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).distinct().boxed().toList();
    }
}
