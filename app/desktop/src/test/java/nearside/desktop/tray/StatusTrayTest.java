package nearside.desktop.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.bus.Offered;
import nearside.desktop.bus.SessionBus;
import nearside.desktop.bus.SessionBus.Place;
import nearside.desktop.bus.TestBus;
import nearside.desktop.bus.Value;
import nearside.desktop.tray.Tray.Seen;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// On a real bus, with a panel that does what panels do.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class StatusTrayTest {
    private static final String WATCHER = "org.kde.StatusNotifierWatcher";
    private static final String XML =
            """
            <node>
              <interface name="org.kde.StatusNotifierWatcher">
                <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
                <method name="RegisterStatusNotifierItem">
                  <arg type="s" direction="in"/>
                </method>
              </interface>
            </node>
            """;

    private final BlockingQueue<String> registered = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    private TestBus bus;
    private StatusTray tray;

    @BeforeEach
    void start() throws IOException {
        bus = TestBus.start();
        tray = new StatusTray(bus.connect(), Runnable::run);
    }

    @AfterEach
    void stop() throws InterruptedException {
        tray.close();
        bus.close();
    }

    private final class Panel implements Offered {
        @Override
        public String call(String function, Value arguments) {
            registered.add(arguments.parts().getFirst());
            return "()";
        }

        @Override
        public String property(String name) {
            return "true";
        }
    }

    private SessionBus panel() {
        SessionBus panel = bus.connect();
        panel.offer("/StatusNotifierWatcher", XML, WATCHER, new Panel());
        TestBus.take(panel, WATCHER);
        return panel;
    }

    private TrayFace face() {
        return new TrayFace(
                "Nearside",
                "It's here",
                List.of(new TrayPicture(2, 1, List.of(0xff010203, 0x80fffefd))),
                () -> done.add("chosen"),
                List.of(
                        new TrayFace.Item("Ask_quickly", () -> done.add("ask")),
                        new TrayFace.Item("Quit", () -> done.add("quit"))));
    }

    private String item() throws InterruptedException {
        return String.valueOf(registered.poll(20, TimeUnit.SECONDS));
    }

    private static String told(SessionBus panel, String item, String property) {
        return panel.ask(
                        new Place(item, StatusTray.PATH, "org.freedesktop.DBus.Properties"),
                        "Get",
                        "('org.kde.StatusNotifierItem', '" + property + "')")
                .orElseThrow()
                .text();
    }

    private static void done(SessionBus panel, Place place, String function, String arguments) {
        assertTrue(panel.ask(place, function, arguments).isPresent(), function);
    }

    @Test
    void whereNoPanelIsNobodySeesIt() throws InterruptedException {
        tray.show(face(), seen::add);
        assertEquals(Seen.NO, seen.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void aPanelShowsItAndAClickIsHeard() throws InterruptedException {
        SessionBus panel = panel();
        tray.show(face(), seen::add);
        assertEquals(Seen.YES, seen.poll(20, TimeUnit.SECONDS));
        String item = item();
        assertEquals("(<'Nearside'>,)", told(panel, item, "Title"));
        assertEquals("(<false>,)", told(panel, item, "ItemIsMenu"));
        assertEquals(
                "(<[(2, 1, [byte 0xff, 0x01, 0x02, 0x03, 0x80, 0xff, 0xfe, 0xfd])]>,)",
                told(panel, item, "IconPixmap"));
        assertTrue(told(panel, item, "ToolTip").contains("\"It's here\""));
        Place place = new Place(item, StatusTray.PATH, "org.kde.StatusNotifierItem");
        done(panel, place, "Activate", "(10, 20)");
        assertEquals("chosen", done.poll(20, TimeUnit.SECONDS));
        done(panel, place, "Scroll", "(1, 'vertical')");
        tray.close();
        assertTrue(panel.ask(place, "Activate", "(10, 20)").isEmpty(), "it is gone");
    }

    @Test
    void itsMenuIsReadAndUsed() throws InterruptedException {
        SessionBus panel = panel();
        tray.show(face(), seen::add);
        String item = item();
        assertEquals("(<objectpath '/MenuBar'>,)", told(panel, item, "Menu"));
        Place menu = new Place(item, TrayMenu.PATH, TrayMenu.FACE);
        assertEquals(
                "(1, (0, {'children-display': <'submenu'>}, ["
                        + "<(1, {'label': <'Ask__quickly'>}, @av [])>, "
                        + "<(2, {'label': <'Quit'>}, @av [])>]))",
                panel.ask(menu, "GetLayout", "(0, -1, @as [])").orElseThrow().text());
        assertEquals(
                "([(2, {'label': <'Quit'>})],)",
                panel.ask(menu, "GetGroupProperties", "([2], @as [])").orElseThrow().text());
        assertEquals(
                "(<'Quit'>,)", panel.ask(menu, "GetProperty", "(2, 'label')").orElseThrow().text());
        done(panel, menu, "AboutToShow", "(0,)");
        done(panel, menu, "Event", "(2, 'hovered', <0>, uint32 1)");
        done(panel, menu, "Event", "(2, 'clicked', <0>, uint32 1)");
        assertEquals("quit", done.poll(20, TimeUnit.SECONDS));
        done(panel, menu, "EventGroup", "([(1, 'clicked', <''>, uint32 1)],)");
        assertEquals("ask", done.poll(20, TimeUnit.SECONDS));
        done(panel, menu, "Event", "(7, 'clicked', <0>, uint32 1)");
        assertTrue(done.isEmpty());
    }

    @Test
    void aPanelThatComesLaterAndGoesIsToldToo() throws InterruptedException {
        tray.show(face(), seen::add);
        assertEquals(Seen.NO, seen.poll(20, TimeUnit.SECONDS));
        SessionBus panel = panel();
        assertTrue(item().startsWith(":"));
        assertEquals(Seen.YES, seen.poll(20, TimeUnit.SECONDS));
        TestBus.leave(panel, WATCHER);
        assertEquals(Seen.NO, seen.poll(20, TimeUnit.SECONDS));
    }
}
