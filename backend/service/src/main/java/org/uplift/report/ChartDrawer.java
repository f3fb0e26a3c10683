package org.uplift.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Draws a chart where the page has an object of that type; its figures stand beside it, so it has no letters. */
final class ChartDrawer implements FSObjectDrawerFactory, FSObjectDrawer {
    private static final double MARGIN = 4;
    private static final float DOT = 5;
    private static final BasicStroke THIN = new BasicStroke(0.5f);
    private static final BasicStroke SOLID = new BasicStroke(1.5f);
    private static final BasicStroke DASHED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);

    @Override
    public boolean isReplacedObject(Element element) {
        return element.getAttribute("type").equals("chart");
    }

    @Override
    public @Nullable FSObjectDrawer createDrawer(Element element) {
        return isReplacedObject(element) ? this : null;
    }

    @Override
    public Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        device.drawWithGraphics(
                (float) x,
                (float) y,
                (float) width / dotsPerPixel,
                (float) height / dotsPerPixel,
                graphics -> draw(graphics, element, width / dotsPerPixel, height / dotsPerPixel));
        return Map.of();
    }

    private static void draw(Graphics2D graphics, Element element, double width, double height) {
        graphics.setColor(Color.GRAY);
        graphics.setStroke(THIN);
        graphics.draw(new Line2D.Double(MARGIN, height - 1, width - MARGIN, height - 1));
        List<Point2D> expected = points(element.getAttribute("expected"), width, height);
        List<Point2D> actual = points(element.getAttribute("actual"), width, height);
        graphics.setColor(new Color(0xA0511F));
        graphics.setStroke(DASHED);
        graphics.draw(line(expected));
        graphics.setColor(new Color(0x0B5A55));
        graphics.setStroke(SOLID);
        graphics.draw(line(actual));
        for (Point2D point : actual) {
            graphics.fill(new Ellipse2D.Double(point.getX() - DOT / 2, point.getY() - DOT / 2, DOT, DOT));
        }
    }

    private static List<Point2D> points(String places, double width, double height) {
        return Arrays.stream(places.split(" "))
                .map(place -> place.split(","))
                .<Point2D>map(place -> new Point2D.Double(
                        MARGIN + Double.parseDouble(place[0]) * (width - 2 * MARGIN),
                        height - MARGIN - Double.parseDouble(place[1]) * (height - 2 * MARGIN)))
                .toList();
    }

    private static Shape line(List<Point2D> points) {
        Path2D line = new Path2D.Double();
        line.moveTo(points.getFirst().getX(), points.getFirst().getY());
        points.forEach(point -> line.lineTo(point.getX(), point.getY()));
        return line;
    }
}
