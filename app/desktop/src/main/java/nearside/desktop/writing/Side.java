package nearside.desktop.writing;

import javafx.geometry.NodeOrientation;

/// From which side a text is read: by its first letter that has a side, as Unicode says.
public final class Side {
    private Side() {}

    /// `INHERIT` for a text without such a letter.
    public static NodeOrientation of(String text) {
        return text.codePoints()
                .mapToObj(Side::of)
                .filter(side -> side != NodeOrientation.INHERIT)
                .findFirst()
                .orElse(NodeOrientation.INHERIT);
    }

    static boolean isFromTheRight(int letter) {
        return of(letter) == NodeOrientation.RIGHT_TO_LEFT;
    }

    private static NodeOrientation of(int letter) {
        return switch (Character.getDirectionality(letter)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> NodeOrientation.LEFT_TO_RIGHT;
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                    NodeOrientation.RIGHT_TO_LEFT;
            default -> NodeOrientation.INHERIT;
        };
    }
}
