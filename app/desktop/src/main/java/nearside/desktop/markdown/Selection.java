package nearside.desktop.markdown;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

import java.util.List;

/// What is selected of a message, over all its pieces.
final class Selection {
    private List<Leaf> leaves = List.of();
    private Place anchor = Place.START;
    private Place end = Place.START;

    /// A place between characters.
    record Place(int leaf, int at) implements Comparable<Place> {
        static final Place START = new Place(0, 0);

        @Override
        public int compareTo(Place other) {
            return leaf == other.leaf
                    ? Integer.compare(at, other.at)
                    : Integer.compare(leaf, other.leaf);
        }
    }

    /// The pieces are others now. What is selected stays as far as its pieces are still there.
    void over(List<Leaf> pieces) {
        leaves = List.copyOf(pieces);
        anchor = inside(anchor);
        end = inside(end);
        show();
    }

    private Place inside(Place place) {
        if (leaves.isEmpty()) {
            return Place.START;
        }
        int leaf = Math.min(place.leaf, leaves.size() - 1);
        return new Place(leaf, Math.min(place.at, leaves.get(leaf).text().length()));
    }

    /// The place that is nearest to a point of the scene.
    Place at(Point2D scene) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < leaves.size(); i++) {
            double far = distance(leaves.get(i), scene);
            if (far < least) {
                least = far;
                nearest = i;
            }
        }
        return leaves.isEmpty() ? Place.START : new Place(nearest, leaves.get(nearest).at(scene));
    }

    /// Lines above and below count more than what stands beside.
    private static double distance(Leaf leaf, Point2D scene) {
        Bounds bounds = leaf.node().localToScene(leaf.node().getLayoutBounds());
        double above = Math.max(0, bounds.getMinY() - scene.getY());
        double below = Math.max(0, scene.getY() - bounds.getMaxY());
        double left = Math.max(0, bounds.getMinX() - scene.getX());
        double right = Math.max(0, scene.getX() - bounds.getMaxX());
        return Math.max(above, below) * 1_000 + Math.max(left, right);
    }

    /// Whether there is nothing that could be selected.
    boolean isEmpty() {
        return leaves.isEmpty();
    }

    Leaf leaf(Place place) {
        return leaves.get(place.leaf);
    }

    Place anchor() {
        return anchor;
    }

    void select(Place from, Place to) {
        anchor = from;
        end = to;
        show();
    }

    void all() {
        if (!leaves.isEmpty()) {
            int last = leaves.size() - 1;
            select(Place.START, new Place(last, leaves.get(last).text().length()));
        }
    }

    private Place first() {
        return anchor.compareTo(end) <= 0 ? anchor : end;
    }

    private Place last() {
        return anchor.compareTo(end) <= 0 ? end : anchor;
    }

    private void show() {
        for (int i = 0; i < leaves.size(); i++) {
            leaves.get(i).mark(from(i), to(i));
        }
    }

    private int from(int leaf) {
        int length = leaves.get(leaf).text().length();
        if (leaf < first().leaf) {
            return length;
        }
        return leaf == first().leaf ? first().at : 0;
    }

    private int to(int leaf) {
        if (leaf > last().leaf) {
            return 0;
        }
        int to = leaf == last().leaf ? last().at : leaves.get(leaf).text().length();
        return Math.max(to, from(leaf));
    }

    /// The pieces of which something is selected.
    List<Leaf> selected() {
        return first().equals(last())
                ? List.of()
                : leaves.subList(first().leaf, Math.min(last().leaf + 1, leaves.size()));
    }

    /// The selected characters, with line breaks between the pieces.
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = first().leaf; i <= last().leaf && i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            text.append(leaf.copied(from(i), to(i)));
            if (i < last().leaf) {
                text.append(leaf.behind());
            }
        }
        return text.toString();
    }
}
