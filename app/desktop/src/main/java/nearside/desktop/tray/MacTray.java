package nearside.desktop.tray;

import nearside.desktop.foreign.ObjectiveC;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The menu bar of macOS: an item with the program's name and its menu
/// (https://developer.apple.com/documentation/appkit/nsstatusitem).
public final class MacTray implements Tray {
    /// As wide as what is in it.
    private static final double VARIABLE = -1;

    private final ObjectiveC objects;
    private final Executor ui;
    private Optional<Long> item = Optional.empty();
    private Optional<Long> target = Optional.empty();
    private Optional<TrayFace> face = Optional.empty();

    private MacTray(ObjectiveC objects, Executor ui) {
        this.objects = objects;
        this.ui = ui;
    }

    /// No tray where this is not macOS.
    public static Tray ofSystem(Executor ui) {
        return ObjectiveC.ofSystem()
                .<Tray>map(objects -> new MacTray(objects, ui))
                .orElse(Tray.NONE);
    }

    @Override
    public void show(TrayFace shown, Consumer<Seen> told) {
        ui.execute(() -> {
            remove();
            face = Optional.of(shown);
            long made = objects.sendFraction(bar(), "statusItemWithLength:", VARIABLE);
            objects.send(made, "retain");
            objects.send(objects.send(made, "button"), "setTitle:", objects.string(shown.name()));
            objects.send(made, "setMenu:", menu(shown));
            item = Optional.of(made);
            told.accept(Seen.YES);
        });
    }

    private long bar() {
        return objects.send(objects.type("NSStatusBar"), "systemStatusBar");
    }

    private long menu(TrayFace shown) {
        long menu = objects.send(objects.type("NSMenu"), "new");
        long tag = 0;
        for (TrayFace.Item each : shown.items()) {
            long line =
                    objects.send(
                            objects.send(objects.type("NSMenuItem"), "alloc"),
                            "initWithTitle:action:keyEquivalent:",
                            objects.string(each.text()),
                            objects.selector("chosen:"),
                            objects.string(""));
            objects.send(line, "setTarget:", target());
            objects.send(line, "setTag:", tag++);
            objects.send(menu, "addItem:", line);
        }
        return menu;
    }

    private long target() {
        if (target.isEmpty()) {
            target =
                    Optional.of(
                            objects.target(
                                    "NearsideTray" + System.identityHashCode(this),
                                    "chosen:",
                                    this::chosen));
        }
        return target.get();
    }

    private long chosen(long[] words) {
        int tag = (int) objects.send(words[2], "tag");
        face.ifPresent(shown -> ui.execute(shown.items().get(tag).action()));
        return 0;
    }

    @Override
    public void close() {
        ui.execute(this::remove);
    }

    private void remove() {
        item.ifPresent(it -> {
            objects.send(bar(), "removeStatusItem:", it);
            objects.send(it, "release");
        });
        item = Optional.empty();
    }
}
