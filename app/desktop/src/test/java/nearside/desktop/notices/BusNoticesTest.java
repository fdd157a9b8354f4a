package nearside.desktop.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.bus.Offered;
import nearside.desktop.bus.SessionBus;
import nearside.desktop.bus.TestBus;
import nearside.desktop.bus.Value;

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

/// On a real bus, with what shows notifications on desktops.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class BusNoticesTest {
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final String XML =
            """
            <node>
              <interface name="org.freedesktop.Notifications">
                <method name="Notify">
                  <arg type="s" direction="in"/><arg type="u" direction="in"/>
                  <arg type="s" direction="in"/><arg type="s" direction="in"/>
                  <arg type="s" direction="in"/><arg type="as" direction="in"/>
                  <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
                  <arg type="u" direction="out"/>
                </method>
                <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
                <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
              </interface>
            </node>
            """;

    private final BlockingQueue<List<String>> shown = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> chosen = new LinkedBlockingQueue<>();
    private TestBus bus;

    @BeforeEach
    void start() throws IOException {
        bus = TestBus.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        bus.close();
    }

    private final class Shower implements Offered {
        @Override
        public String call(String function, Value arguments) {
            shown.add(arguments.parts());
            return "(uint32 " + (6 + shown.size()) + ",)";
        }

        @Override
        public String property(String name) {
            return "''";
        }
    }

    private SessionBus shower() {
        SessionBus shower = bus.named(NAME);
        shower.offer(PATH, XML, NAME, new Shower());
        return shower;
    }

    @Test
    void itIsShownAndAClickIsHeard() throws InterruptedException {
        SessionBus shower = shower();
        Notices notices = new BusNotices(bus.connect(), Runnable::run);
        notices.tell("The answer is there", "It's in Nearside", () -> chosen.add("one"));
        List<String> told = shown.poll(20, TimeUnit.SECONDS);
        assertEquals("Nearside", told.getFirst());
        assertEquals(List.of("The answer is there", "It's in Nearside"), told.subList(3, 5));
        assertEquals("['default', '']", told.get(5));
        shower.tell(PATH, NAME, "ActionInvoked", "(uint32 6, 'default')");
        shower.tell(PATH, NAME, "ActionInvoked", "(uint32 7, 'default')");
        assertEquals("one", chosen.poll(20, TimeUnit.SECONDS), "of another program's nothing");
        shower.tell(PATH, NAME, "ActionInvoked", "(uint32 7, 'default')");
        notices.tell("Two", "", () -> chosen.add("two"));
        shower.tell(PATH, NAME, "NotificationClosed", "(uint32 7, uint32 1)");
        assertTrue(chosen.isEmpty(), "once");
    }

    @Test
    void whereNothingShowsItNothingHappens() {
        new BusNotices(bus.connect(), Runnable::run).tell("One", "Two", () -> chosen.add("one"));
        assertTrue(chosen.isEmpty());
    }
}
