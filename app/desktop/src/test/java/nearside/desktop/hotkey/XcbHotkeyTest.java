package nearside.desktop.hotkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.desktop.hotkey.Hotkey.Grab;
import nearside.desktop.hotkey.KeyChord.Held;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// On a real X server: the keys are pressed by another program.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class XcbHotkeyTest {
    private static final KeyChord SPACE = new KeyChord(Set.of(Held.CONTROL, Held.ALT), ' ');
    private static final KeyChord LETTER = new KeyChord(Set.of(Held.CONTROL, Held.ALT), 'n');

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final List<Hotkey> open = new ArrayList<>();

    private static Process server;
    private static String display = "";

    @BeforeAll
    static void start() throws IOException {
        server =
                new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader told =
                new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
        display = ":" + told.readLine();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroy();
        assertTrue(server.waitFor(20, TimeUnit.SECONDS));
    }

    private Hotkey hotkey() {
        Hotkey hotkey = XcbHotkey.of(Map.of("DISPLAY", display));
        open.add(hotkey);
        return hotkey;
    }

    @AfterEach
    void close() {
        open.forEach(Hotkey::close);
    }

    private static void press(String keys) throws IOException, InterruptedException {
        ProcessBuilder xdotool = new ProcessBuilder("xdotool", "key", keys);
        xdotool.environment().put("DISPLAY", display);
        assertEquals(0, xdotool.start().waitFor());
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void itIsHeardWhateverHasTheKeyboard() throws Exception {
        Hotkey hotkey = hotkey();
        assertEquals(Grab.DONE, hotkey.grab(SPACE, () -> heard.add("space")));
        press("ctrl+alt+space");
        assertEquals("space", next());
        press("ctrl+space");
        press("ctrl+alt+n");
        assertEquals(Grab.DONE, hotkey.grab(LETTER, () -> heard.add("letter")));
        press("ctrl+alt+space");
        press("ctrl+alt+n");
        assertEquals("letter", next(), "others are not");
    }

    @Test
    void whatAnotherHasIsRefusedUntilItGivesIt() throws Exception {
        Hotkey first = hotkey();
        Hotkey second = hotkey();
        assertEquals(Grab.DONE, first.grab(SPACE, () -> heard.add("first")));
        assertEquals(Grab.TAKEN, second.grab(SPACE, () -> heard.add("second")));
        press("ctrl+alt+space");
        assertEquals("first", next());
        first.close();
        Grab grab = Grab.TAKEN;
        for (int i = 0; i < 100 && grab == Grab.TAKEN; i++) {
            assertNull(heard.poll(100, TimeUnit.MILLISECONDS));
            grab = second.grab(SPACE, () -> heard.add("second"));
        }
        press("ctrl+alt+space");
        assertEquals("second", next());
    }

    @Test
    void aKeyThatNoKeyboardHasIsImpossible() {
        assertEquals(
                Grab.IMPOSSIBLE, hotkey().grab(new KeyChord(Set.of(), '\u4f60'), heard::clear));
    }

    @Test
    void whereNoServerHasTheKeyboardThereIsNone() {
        assertSame(Hotkey.NONE, XcbHotkey.of(Map.of()));
        assertSame(
                Hotkey.NONE, XcbHotkey.of(Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0")));
        assertSame(
                Hotkey.NONE, XcbHotkey.of(Map.of("DISPLAY", ":0", "XDG_SESSION_TYPE", "wayland")));
    }

    @Test
    void aServerThatIsGoneIsSaid() {
        assertEquals(
                Grab.IMPOSSIBLE,
                XcbHotkey.of(Map.of("DISPLAY", ":4321")).grab(SPACE, heard::clear));
    }
}
