package org.dabyl.conversation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.dabyl.turnout.Curve;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A turnout curve as a picture that reads on a phone. Loaded at the first picture only: its library costs what most organisers
 * never need.
 *
 * @param title above it
 * @param onTheWay name of the line of those on the way
 * @param there name of the line of those who are there
 * @param needed name of the line of the number needed
 * @param zone in which the times are shown
 */
record CurvePicture(String title, String onTheWay, String there, String needed, ZoneId zone) {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 720;
    private static final Color BLUE = new Color(0x1f, 0x6f, 0xc4);
    private static final Color GREEN = new Color(0x1b, 0x8a, 0x3a);
    private static final Color RED = new Color(0xc0, 0x39, 0x2b);

    /**
     * Draws it as PNG.
     *
     * @param number how many are needed; 0 draws no line
     * @param points in the order of time, at least one
     */
    byte[] draw(List<Curve.Point> points, int number) {
        XYChart chart =
                new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).build();
        style(chart.getStyler(), points, number);
        List<Date> times = points.stream().map(Curve.Point::at).map(Date::from).toList();
        line(chart, there, times, points.stream().map(Curve.Point::there).toList(), GREEN);
        line(chart, onTheWay, times, points.stream().map(Curve.Point::onTheWay).toList(), BLUE);
        if (number > 0) {
            List<Date> ends = List.of(times.getFirst(), end(times));
            line(chart, needed, ends, List.of((long) number, (long) number), RED)
                    .setLineStyle(new BasicStroke(
                            3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0, new float[] {14, 10}, 0));
        }
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            BitmapEncoder.saveBitmap(chart, png, BitmapFormat.PNG);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void style(XYStyler styler, List<Curve.Point> points, int number) {
        styler.setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Step);
        styler.setTimezone(TimeZone.getTimeZone(zone));
        styler.setDatePattern("HH:mm");
        styler.setYAxisMin(0.0);
        styler.setYAxisMax(highest(points, number) * 1.08);
        styler.setYAxisDecimalPattern("#");
        styler.setXAxisTickMarkSpacingHint(150);
        styler.setYAxisTickMarkSpacingHint(90);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartTitleFont(font(Font.BOLD, 30));
        styler.setChartTitleBoxVisible(false);
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 26));
        styler.setLegendFont(font(Font.PLAIN, 26));
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendSeriesLineLength(40);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(new Color(0xdd, 0xdd, 0xdd));
    }

    private static XYSeries line(XYChart chart, String name, List<Date> times, List<Long> counts, Color color) {
        List<Date> x = new ArrayList<>(times);
        List<Long> y = new ArrayList<>(counts);
        // one sample alone is no line
        x.add(end(times));
        y.add(counts.getLast());
        XYSeries line = chart.addSeries(name, x, y);
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(color);
        line.setLineWidth(5);
        return line;
    }

    private static Date end(List<Date> times) {
        Instant last = times.getLast().toInstant();
        return Date.from(last.equals(times.getFirst().toInstant()) ? last.plusSeconds(60) : last);
    }

    private static double highest(List<Curve.Point> points, int number) {
        return points.stream()
                .mapToLong(point -> Math.max(point.there(), point.onTheWay()))
                .reduce(Math.max(number, 4), Math::max);
    }

    /** The JDK's own name for whatever font the machine has for every letter, Kazakh ones among them. */
    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
