package org.smssev.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.tables.NetworkTables.IpcEdge;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.jobs.layout.VosLayout;

/** Draws the strongest codes of a network by the VOS layout: discs by strength, the community's number in each. */
public final class NetworkPicture {
    private static final int SIDE = 760;
    private static final int MARGIN = 40;
    private static final int LINES_PER_CODE = 3;
    private static final double LARGEST = 40;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    /** Okabe and Ito (2008), those on which black text can be read. */
    private static final List<Color> COLORS = List.of(
            new Color(0xe69f00),
            new Color(0x56b4e9),
            new Color(0xf0e442),
            new Color(0x1fbf94),
            new Color(0xe58fbd),
            new Color(0xf08a50),
            new Color(0x7fb8dd));

    private NetworkPicture() {}

    /**
     * Draws codes of one level and period.
     *
     * @param most codes drawn, the strongest
     */
    public static BufferedImage of(List<IpcNode> nodes, List<IpcEdge> edges, int most) {
        List<IpcNode> drawn = nodes.stream()
                .sorted(Comparator.comparingDouble(IpcNode::strength).reversed().thenComparing(IpcNode::ipc))
                .limit(most)
                .toList();
        Map<String, Integer> index = new HashMap<>();
        drawn.forEach(node -> index.put(node.ipc(), index.size()));
        List<IpcEdge> lines = edges.stream()
                .filter(edge -> index.containsKey(edge.ipcA()) && index.containsKey(edge.ipcB()))
                .sorted(Comparator.comparingDouble(IpcEdge::newman)
                        .reversed()
                        .thenComparing(IpcEdge::ipcA)
                        .thenComparing(IpcEdge::ipcB))
                .toList();
        int[] from = lines.stream().mapToInt(edge -> index.get(edge.ipcA())).toArray();
        int[] to = lines.stream().mapToInt(edge -> index.get(edge.ipcB())).toArray();
        VosLayout places = VosLayout.of(
                drawn.size(),
                from,
                to,
                lines.stream().mapToDouble(IpcEdge::newman).toArray(),
                1);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, SIDE, SIDE);
        canvas.setColor(new Color(0xbbbbbb));
        for (int e = 0; e < Math.min(lines.size(), LINES_PER_CODE * drawn.size()); e++) {
            canvas.setStroke(new BasicStroke(
                    (float) (0.4 + 3 * lines.get(e).newman() / lines.get(0).newman())));
            canvas.draw(new Line2D.Double(
                    at(places.x()[from[e]]), at(places.y()[from[e]]), at(places.x()[to[e]]), at(places.y()[to[e]])));
        }
        discs(canvas, drawn, places);
        labels(canvas, drawn, places);
        canvas.dispose();
        return image;
    }

    private static double at(double place) {
        return MARGIN + place * (SIDE - 2 * MARGIN);
    }

    private static double diameter(List<IpcNode> drawn, int i) {
        double greatest = drawn.get(0).strength();
        return 8 + (greatest > 0 ? LARGEST * Math.sqrt(drawn.get(i).strength() / greatest) : 0);
    }

    private static void discs(Graphics2D canvas, List<IpcNode> drawn, VosLayout places) {
        canvas.setStroke(new BasicStroke(1));
        for (int i = 0; i < drawn.size(); i++) {
            double diameter = diameter(drawn, i);
            Ellipse2D disc = new Ellipse2D.Double(
                    at(places.x()[i]) - diameter / 2, at(places.y()[i]) - diameter / 2, diameter, diameter);
            canvas.setColor(COLORS.get(drawn.get(i).community() % COLORS.size()));
            canvas.fill(disc);
            canvas.setColor(drawn.get(i).isKeyNode() ? Color.BLACK : Color.GRAY);
            canvas.draw(disc);
        }
    }

    /** Where two labels would overlap, the stronger code keeps its own. */
    private static void labels(Graphics2D canvas, List<IpcNode> drawn, VosLayout places) {
        canvas.setFont(FONT);
        canvas.setColor(Color.BLACK);
        List<Rectangle2D> taken = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            String label = drawn.get(i).ipc() + " · " + drawn.get(i).community();
            double width =
                    canvas.getFontMetrics().getStringBounds(label, canvas).getWidth();
            Rectangle2D place = new Rectangle2D.Double(at(places.x()[i]) - width / 2, at(places.y()[i]) - 7, width, 14);
            if (taken.stream().noneMatch(place::intersects)) {
                taken.add(place);
                canvas.drawString(label, (float) place.getX(), (float) place.getCenterY() + 4);
            }
        }
    }
}
