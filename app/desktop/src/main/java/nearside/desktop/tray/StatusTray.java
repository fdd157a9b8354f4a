package nearside.desktop.tray;

import nearside.desktop.bus.Offered;
import nearside.desktop.bus.SessionBus;
import nearside.desktop.bus.SessionBus.Place;
import nearside.desktop.bus.Value;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The tray of Linux desktops: a status notifier item
/// (https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/) with its menu, which KDE,
/// Xfce, Cinnamon, MATE, LXQt and Ubuntu show, and GNOME with an extension.
public final class StatusTray implements Tray {
    static final String PATH = "/StatusNotifierItem";
    private static final String FACE = "org.kde.StatusNotifierItem";
    private static final String WATCHER = "org.kde.StatusNotifierWatcher";
    private static final Place WATCHING = new Place(WATCHER, "/StatusNotifierWatcher", WATCHER);
    private static final Place BUS =
            new Place("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus");

    private static final String XML =
            """
            <node>
              <interface name="org.kde.StatusNotifierItem">
                <property name="Category" type="s" access="read"/>
                <property name="Id" type="s" access="read"/>
                <property name="Title" type="s" access="read"/>
                <property name="Status" type="s" access="read"/>
                <property name="IconName" type="s" access="read"/>
                <property name="IconPixmap" type="a(iiay)" access="read"/>
                <property name="ToolTip" type="(sa(iiay)ss)" access="read"/>
                <property name="ItemIsMenu" type="b" access="read"/>
                <property name="Menu" type="o" access="read"/>
                <method name="Activate">
                  <arg type="i" direction="in"/><arg type="i" direction="in"/>
                </method>
                <method name="SecondaryActivate">
                  <arg type="i" direction="in"/><arg type="i" direction="in"/>
                </method>
                <method name="ContextMenu">
                  <arg type="i" direction="in"/><arg type="i" direction="in"/>
                </method>
                <method name="Scroll">
                  <arg type="i" direction="in"/><arg type="s" direction="in"/>
                </method>
              </interface>
            </node>
            """;

    private final SessionBus bus;
    private final Executor ui;
    private Optional<Shown> shown = Optional.empty();

    private record Shown(long item, long menu, long watching) {}

    /// @param ui where what a person chooses is done
    public StatusTray(SessionBus bus, Executor ui) {
        this.bus = bus;
        this.ui = ui;
    }

    @Override
    public synchronized void show(TrayFace face, Consumer<Seen> told) {
        close();
        TrayMenu menu = new TrayMenu(face.items(), ui);
        shown =
                Optional.of(
                        new Shown(
                                bus.offer(PATH, XML, FACE, new Item(face)),
                                bus.offer(TrayMenu.PATH, TrayMenu.XML, TrayMenu.FACE, menu),
                                bus.listen(
                                        BUS,
                                        "NameOwnerChanged",
                                        change -> ownerChanged(change, told))));
        register(told);
    }

    /// A panel that begins anew knows nobody.
    private void ownerChanged(Value change, Consumer<Seen> told) {
        if (change.parts().getFirst().equals(WATCHER)) {
            if (change.parts().getLast().isEmpty()) {
                told.accept(Seen.NO);
            } else {
                Thread.ofVirtual().name("tray").start(() -> register(told));
            }
        }
    }

    private void register(Consumer<Seen> told) {
        bus.ask(WATCHING, "RegisterStatusNotifierItem", "(" + Value.of(bus.name()) + ",)");
        told.accept(hosted() ? Seen.YES : Seen.NO);
    }

    private boolean hosted() {
        return bus.ask(
                        new Place(
                                WATCHER,
                                "/StatusNotifierWatcher",
                                "org.freedesktop.DBus.Properties"),
                        "Get",
                        "('" + WATCHER + "', 'IsStatusNotifierHostRegistered')")
                .filter(told -> told.text().contains("true"))
                .isPresent();
    }

    @Override
    public synchronized void close() {
        shown.ifPresent(it -> {
            bus.forget(it.watching());
            bus.withdraw(it.menu());
            bus.withdraw(it.item());
        });
        shown = Optional.empty();
    }

    private final class Item implements Offered {
        private final TrayFace face;

        Item(TrayFace face) {
            this.face = face;
        }

        @Override
        public String call(String function, Value arguments) {
            if (function.endsWith("Activate")) {
                ui.execute(face.chosen());
            }
            return "()";
        }

        @Override
        public String property(String name) {
            return switch (name) {
                case "Category" -> "'ApplicationStatus'";
                case "Id" -> "'nearside'";
                case "Title" -> Value.of(face.name());
                case "Status" -> "'Active'";
                case "IconPixmap" -> pictures();
                case "ToolTip" ->
                        "('', @a(iiay) [], %s, %s)"
                                .formatted(Value.of(face.name()), Value.of(face.about()));
                case "ItemIsMenu" -> "false";
                case "Menu" -> "objectpath '" + TrayMenu.PATH + "'";
                default -> "''";
            };
        }

        private String pictures() {
            return face.pictures().stream()
                    .map(Item::picture)
                    .collect(Collectors.joining(", ", "@a(iiay) [", "]"));
        }

        /// Four bytes a point, the first the highest.
        private static String picture(TrayPicture picture) {
            return picture.points().stream()
                    .map(Item::bytes)
                    .collect(
                            Collectors.joining(
                                    ", ",
                                    "(%d, %d, @ay [".formatted(picture.width(), picture.height()),
                                    "])"));
        }

        private static String bytes(int point) {
            return "0x%02x, 0x%02x, 0x%02x, 0x%02x"
                    .formatted(point >>> 24, point >> 16 & 0xff, point >> 8 & 0xff, point & 0xff);
        }
    }
}
