package org.dabyl.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {

    private static final Outline UNIT = new Outline(List.of(new Patch(square(43, 76, 1), List.of())));

    @Test
    void aDegreeOfLatitudeIs111Kilometres() {
        assertThat(new Point(43, 76).kilometresTo(new Point(44, 76))).isCloseTo(111.2, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-91, 0", "0, 180.1", "0, -181", "NaN, 0", "0, Infinity"})
    void aPlaceOffTheEarthIsRefused(double latitude, double longitude) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(latitude, longitude));
    }

    @Test
    void aPointDoesNotPrintWhereItIs() {
        assertThat(new Point(43.27, 76.81)).hasToString("Point");
    }

    @Test
    void aHoleBelongsToSomebodyElse() {
        Outline ring = new Outline(List.of(new Patch(square(43, 76, 1), List.of(square(43.4, 76.4, 0.2)))));

        assertThat(ring.holds(new Point(43.5, 76.5))).isFalse();
        assertThat(ring.kilometresTo(new Point(43.5, 76.5))).isCloseTo(8.1, within(0.1));
        assertThat(ring.holds(new Point(43.2, 76.5))).isTrue();
        assertThat(ring.squareKilometres()).isCloseTo(UNIT.squareKilometres() * 0.96, within(50.0));
    }

    @Test
    void theCentreLiesInTheLargestPatch() {
        Patch small = new Patch(square(40, 70, 0.1), List.of());
        Patch large = new Patch(square(43, 76, 1), List.of());

        Point centre = new Outline(List.of(small, large)).centre().orElseThrow();

        assertThat(centre.latitude()).isCloseTo(43.5, within(1e-9));
        assertThat(centre.longitude()).isCloseTo(76.5, within(1e-9));
    }

    @Test
    void theDistanceIsTakenToTheNearestSide() {
        assertThat(UNIT.kilometresTo(new Point(44.5, 76.5))).isCloseTo(55.6, within(0.1));
        assertThat(UNIT.kilometresTo(new Point(43.5, 76.5))).isZero();
    }

    @Property(tries = 300)
    void aSquareHoldsExactlyWhatIsBetweenItsSides(
            @ForAll @DoubleRange(min = 42, max = 45) double latitude,
            @ForAll @DoubleRange(min = 75, max = 78) double longitude) {
        Point point = new Point(latitude, longitude);
        boolean between = latitude > 43 && latitude < 44 && longitude > 76 && longitude < 77;
        boolean onEdge = latitude == 43 || latitude == 44 || longitude == 76 || longitude == 77;
        Assume.that(!onEdge);

        assertThat(UNIT.holds(point)).isEqualTo(between);
        assertThat(UNIT.kilometresTo(point) == 0).isEqualTo(between);
    }

    private static Ring square(double south, double west, double side) {
        Point corner = new Point(south, west);
        return new Ring(List.of(
                corner,
                new Point(south, west + side),
                new Point(south + side, west + side),
                new Point(south + side, west),
                corner));
    }
}
