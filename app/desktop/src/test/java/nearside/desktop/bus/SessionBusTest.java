package nearside.desktop.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.bus.SessionBus.Place;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
class SessionBusTest {
    private static final String FACE = "app.nearside.Echo";
    private static final String XML =
            """
            <node>
              <interface name="app.nearside.Echo">
                <property name="Said" type="s" access="read"/>
                <method name="Say">
                  <arg type="s" direction="in"/><arg type="s" direction="out"/>
                </method>
                <signal name="Spoke"><arg type="s"/></signal>
              </interface>
            </node>
            """;

    private TestBus bus;

    @BeforeEach
    void start() throws IOException {
        bus = TestBus.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        bus.close();
    }

    private static final class Echo implements Offered {
        @Override
        public String call(String function, Value arguments) {
            String said = arguments.parts().getFirst();
            if (said.equals("broken")) {
                throw new IllegalStateException("as the test wants it");
            }
            return "(" + Value.of(said) + ",)";
        }

        @Override
        public String property(String name) {
            return name.equals("Said") ? Value.of("always") : "(";
        }
    }

    private static Place echo(SessionBus of) {
        return new Place(of.name(), "/echo", FACE);
    }

    @Test
    void whatIsOfferedIsAsked() {
        SessionBus one = bus.connect();
        SessionBus other = bus.connect();
        long offer = one.offer("/echo", XML, FACE, new Echo());
        for (String text :
                List.of("Plain", "it's \\ \"so\"", "two\nlines\t\u000b\u0001", "你好", "")) {
            assertEquals(
                    Optional.of(List.of(text)),
                    other.ask(echo(one), "Say", "(" + Value.of(text) + ",)").map(Value::parts),
                    text);
        }
        Place properties = new Place(one.name(), "/echo", "org.freedesktop.DBus.Properties");
        assertEquals(
                Optional.of("(<'always'>,)"),
                other.ask(properties, "Get", "('" + FACE + "', 'Said')").map(Value::text));
        one.withdraw(offer);
        assertEquals(Optional.empty(), other.ask(echo(one), "Say", "('gone',)"));
    }

    @Test
    void aBugInWhatIsAskedEndsNothing() {
        SessionBus one = bus.connect();
        SessionBus other = bus.connect();
        one.offer("/echo", XML, FACE, new Echo());
        assertEquals(Optional.empty(), other.ask(echo(one), "Say", "('broken',)"));
        assertTrue(other.ask(echo(one), "Say", "('fine',)").isPresent());
    }

    @Test
    void whatIsToldIsHeardUntilItIsForgotten() throws InterruptedException {
        SessionBus one = bus.connect();
        SessionBus other = bus.connect();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        long listening = other.listen(echo(one), "Spoke", value -> heard.add(value.text()));
        other.ask(echo(one), "Nothing", "()"); // the bus knows by now that somebody listens
        one.tell("/echo", FACE, "Spoke", "('one',)");
        assertEquals("('one',)", heard.poll(20, TimeUnit.SECONDS));
        other.forget(listening);
        one.tell("/echo", FACE, "Spoke", "('two',)");
        assertEquals(Optional.empty(), other.ask(echo(one), "Nothing", "()"));
        assertTrue(heard.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled:", "unix:path=/nowhere/bus", "tcp:host=localhost,port=1"})
    void whereNoBusIsNoneIsOpened(String address) {
        assertTrue(SessionBus.open(Map.of("DBUS_SESSION_BUS_ADDRESS", address)).isEmpty());
    }

    @Test
    void withoutAnAddressTheUsualPlaceIsLookedAt(@TempDir Path runtime) {
        assertTrue(SessionBus.open(Map.of("XDG_RUNTIME_DIR", runtime.toString())).isEmpty());
        assertTrue(SessionBus.open(Map.of()).isEmpty());
    }
}
