package org.dabyl.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.district.Sketch.codes;

import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void centresAreOrderedByDistance() {
        Districts districts = new Sketch()
                .point("far", 76.9, 43.2, "")
                .point("near", 76.81, 43.2, "")
                .point("middle", 76.84, 43.2, "")
                .districts();

        assertThat(codes(districts.nearest(new Point(43.2, 76.8), 2))).containsExactly("near", "middle");
    }

    @Test
    void theSmallestOutlineAroundThePlaceComesFirst() {
        Districts districts = new Sketch()
                .point("next-door", 76.501, 43.5, "")
                .square("region", 75, 42, 4, "")
                .square("city", 76, 43, 1, "\"parent\": \"region\"")
                .square("elsewhere", 78, 43, 0.5, "")
                .districts();

        assertThat(codes(districts.nearest(new Point(43.5, 76.5), 9)))
                .containsExactly("city", "region", "next-door", "elsewhere");
    }

    @Test
    void anOutlineIsAsNearAsItsEdge() {
        Districts districts = new Sketch()
                .point("centre-only", 76.7, 43.5, "")
                .square("large", 77, 43, 1, "")
                .districts();

        assertThat(codes(districts.nearest(new Point(43.5, 76.95), 2))).containsExactly("large", "centre-only");
    }

    @Test
    void aHoleInAnOutlineIsNotOnIt() {
        Districts districts = new Sketch()
                .geometry(
                        "ring",
                        "MultiPolygon",
                        "[[" + Sketch.ring(76, 43, 1) + ", " + Sketch.ring(76.4, 43.4, 0.2) + "]]",
                        "")
                .point("island", 76.5, 43.49, "")
                .districts();

        assertThat(codes(districts.nearest(new Point(43.5, 76.5), 2))).containsExactly("island", "ring");
    }

    @Test
    void amongEquallyNearTheDeeperComesFirstAndThenTheFileDecides() {
        Districts districts = new Sketch()
                .point("top", 76.8, 43.2, "")
                .point("middle", 76.8, 43.2, "\"parent\": \"top\"")
                .point("leaf-b", 76.8, 43.2, "\"parent\": \"middle\"")
                .point("leaf-a", 76.8, 43.2, "\"parent\": \"middle\"")
                .districts();

        assertThat(codes(districts.nearest(new Point(43.3, 76.9), 9)))
                .containsExactly("leaf-b", "leaf-a", "middle", "top");
    }

    @Test
    void aChildWithTheOutlineOfItsParentComesFirst() {
        Districts districts = new Sketch()
                .square("top", 76, 43, 1, "")
                .square("leaf", 76, 43, 1, "\"parent\": \"top\"")
                .districts();

        assertThat(codes(districts.nearest(new Point(43.5, 76.5), 2))).containsExactly("leaf", "top");
        assertThat(codes(districts.nearest(new Point(44.5, 76.5), 2))).containsExactly("leaf", "top");
    }
}
