package nearside.desktop.tray;

import java.util.List;

/// What a tray shows of the program, and what a person can do there.
///
/// @param name of the program
/// @param about the sentence beside the picture
/// @param pictures of several sizes
/// @param chosen a click on the picture
public record TrayFace(
        String name, String about, List<TrayPicture> pictures, Runnable chosen, List<Item> items) {
    public TrayFace {
        pictures = List.copyOf(pictures);
        items = List.copyOf(items);
    }

    /// A line of its menu.
    public record Item(String text, Runnable action) {}
}
