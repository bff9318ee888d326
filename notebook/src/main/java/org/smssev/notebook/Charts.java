package org.smssev.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Charts as pictures. Series differ in colour, in lightness and in shape, so that they are told apart with any colour
 * vision and in black and white.
 */
public final class Charts {
    /** Colours of Okabe and Ito (2008), dark and light in turn. */
    private static final List<Color> COLORS = List.of(
            new Color(0x0072b2),
            new Color(0xe69f00),
            new Color(0x000000),
            new Color(0x56b4e9),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7));

    private static final List<Shape> SHAPES = List.of(
            new Ellipse2D.Double(-4, -4, 8, 8),
            new Rectangle2D.Double(-4, -4, 8, 8),
            polygon(0, -5, 5, 4, -5, 4),
            polygon(0, -6, 6, 0, 0, 6, -6, 0),
            polygon(0, 5, 5, -4, -5, -4),
            polygon(-5, -2, 5, -2, 5, 2, -5, 2),
            polygon(-2, -5, 2, -5, 2, 5, -2, 5));

    private static final List<float[]> DASHES =
            List.of(new float[] {1, 0}, new float[] {6, 4}, new float[] {2, 3}, new float[] {10, 3, 2, 3});

    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int BAR = 22;
    private static final double ROOM_FOR_LABELS = 0.2;

    private Charts() {}

    /** A point of a chart with its label, which may be empty. */
    public record Point(double x, double y, String label) {}

    /** A value with its interval. */
    public record Interval(String name, double value, double low, double high) {}

    /** Horizontal bars, in the order of the map. */
    public static BufferedImage bars(String title, String axis, Map<String, ? extends Number> values) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        values.forEach((name, value) -> data.addValue(value, axis, name));
        JFreeChart chart =
                ChartFactory.createBarChart(title, null, axis, data, PlotOrientation.HORIZONTAL, false, false, false);
        CategoryPlot plot = chart.getCategoryPlot();
        plain(plot);
        return chart.createBufferedImage(WIDTH, Math.max(HEIGHT / 3, 90 + BAR * values.size()));
    }

    /** Lines over numbers such as years, one a series. */
    public static BufferedImage lines(
            String title,
            String xAxis,
            String yAxis,
            SortedMap<String, ? extends Map<? extends Number, Double>> series) {
        XYSeriesCollection data = new XYSeriesCollection();
        series.forEach((name, points) -> {
            XYSeries line = new XYSeries(name);
            points.forEach(line::add);
            data.addSeries(line);
        });
        JFreeChart chart = ChartFactory.createXYLineChart(title, xAxis, yAxis, data);
        styled(chart, new XYLineAndShapeRenderer(true, true), series.size());
        NumberAxis x = (NumberAxis) chart.getXYPlot().getDomainAxis();
        x.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        x.setNumberFormatOverride(new java.text.DecimalFormat("0"));
        x.setAutoRangeIncludesZero(false);
        return chart.createBufferedImage(WIDTH, HEIGHT);
    }

    /** Points by group, those with a label named. */
    public static BufferedImage scatter(
            String title, String xAxis, String yAxis, SortedMap<String, List<Point>> groups) {
        XYSeriesCollection data = new XYSeriesCollection();
        groups.forEach((name, points) -> {
            XYSeries series = new XYSeries(name, false);
            points.forEach(point -> series.add(point.x(), point.y()));
            data.addSeries(series);
        });
        JFreeChart chart = ChartFactory.createScatterPlot(title, xAxis, yAxis, data);
        styled(chart, new XYLineAndShapeRenderer(false, true), groups.size());
        chart.getXYPlot().getDomainAxis().setUpperMargin(ROOM_FOR_LABELS);
        groups.values().stream()
                .flatMap(List::stream)
                .filter(point -> !point.label().isEmpty())
                .forEach(point -> label(chart.getXYPlot(), point));
        return chart.createBufferedImage(WIDTH, HEIGHT);
    }

    private static void label(XYPlot plot, Point point) {
        XYTextAnnotation text = new XYTextAnnotation("  " + point.label(), point.x(), point.y());
        text.setFont(LABEL);
        text.setTextAnchor(org.jfree.chart.ui.TextAnchor.CENTER_LEFT);
        plot.addAnnotation(text);
    }

    /** Values with their intervals, one below the other, and lines at thresholds. */
    public static BufferedImage intervals(
            String title, String axis, List<Interval> intervals, Map<String, Double> thresholds) {
        XYIntervalSeries series = new XYIntervalSeries(axis);
        String[] names = new String[intervals.size()];
        for (int i = 0; i < names.length; i++) {
            Interval interval = intervals.get(i);
            names[names.length - 1 - i] = interval.name();
            double y = names.length - 1.0 - i;
            series.add(interval.value(), interval.low(), interval.high(), y, y, y);
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        org.jfree.chart.axis.SymbolAxis rows = new org.jfree.chart.axis.SymbolAxis(null, names);
        rows.setGridBandsVisible(false);
        NumberAxis x = new NumberAxis(axis);
        x.setAutoRangeIncludesZero(false);
        JFreeChart chart = new JFreeChart(title, new XYPlot(data, x, rows, renderer));
        chart.removeLegend();
        styled(chart, renderer, 1);
        thresholds.forEach((name, value) -> {
            ValueMarker marker = new ValueMarker(value, Color.BLACK, dashed(1));
            marker.setLabel(" " + name);
            marker.setLabelFont(LABEL);
            marker.setLabelBackgroundColor(Color.WHITE);
            marker.setLabelAnchor(org.jfree.chart.ui.RectangleAnchor.TOP_LEFT);
            marker.setLabelTextAnchor(org.jfree.chart.ui.TextAnchor.TOP_LEFT);
            chart.getXYPlot().addDomainMarker(marker);
        });
        return chart.createBufferedImage(WIDTH, Math.max(HEIGHT / 3, 90 + BAR * names.length));
    }

    private static void plain(CategoryPlot plot) {
        BarRenderer renderer = (BarRenderer) plot.getRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, COLORS.get(0));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    }

    private static void styled(JFreeChart chart, XYLineAndShapeRenderer renderer, int series) {
        for (int s = 0; s < series; s++) {
            renderer.setSeriesPaint(s, COLORS.get(s % COLORS.size()));
            renderer.setSeriesShape(s, SHAPES.get(s % SHAPES.size()));
            renderer.setSeriesStroke(s, dashed(s));
        }
        chart.setBackgroundPaint(Color.WHITE);
        XYPlot plot = chart.getXYPlot();
        plot.setRenderer(renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    }

    private static BasicStroke dashed(int series) {
        return new BasicStroke(
                1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES.get(series % DASHES.size()), 0);
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
