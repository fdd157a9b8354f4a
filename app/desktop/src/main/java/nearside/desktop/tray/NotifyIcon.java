package nearside.desktop.tray;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// `NOTIFYICONDATAW` of 64 bits
/// (https://learn.microsoft.com/windows/win32/api/shellapi/ns-shellapi-notifyicondataw): 976 bytes.
///
/// @param window the handle that hears of clicks
/// @param picture the handle of an icon
record NotifyIcon(long window, long picture, String about) {
    static final int BYTES = 976;

    /// What windows call an icon's own message.
    static final int MESSAGE = 0x8001;

    private static final int ID = 1;
    private static final int HAS_MESSAGE = 1;
    private static final int HAS_ICON = 2;
    private static final int HAS_TIP = 4;
    private static final int HAS_INFO = 16;
    private static final int LONGEST_TIP = 127;
    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_TITLE = 63;

    /// To be added.
    MemorySegment added(Arena arena) {
        MemorySegment data = head(arena, HAS_MESSAGE | HAS_ICON | HAS_TIP);
        data.set(JAVA_INT, 24, MESSAGE);
        data.set(JAVA_LONG, 32, picture);
        text(data, 40, about, LONGEST_TIP);
        return data;
    }

    /// To tell something beside it.
    MemorySegment telling(Arena arena, String title, String text) {
        MemorySegment data = head(arena, HAS_INFO);
        text(data, 304, text, LONGEST_TEXT);
        text(data, 820, title, LONGEST_TITLE);
        return data;
    }

    /// To be taken away.
    MemorySegment removed(Arena arena) {
        return head(arena, 0);
    }

    private MemorySegment head(Arena arena, int flags) {
        MemorySegment data = arena.allocate(BYTES, Long.BYTES);
        data.set(JAVA_INT, 0, BYTES);
        data.set(JAVA_LONG, 8, window);
        data.set(JAVA_INT, 16, ID);
        data.set(JAVA_INT, 20, flags);
        return data;
    }

    /// Cut to what there is room for; never inside a character of two halves.
    private static void text(MemorySegment data, long at, String text, int most) {
        int end = Math.min(text.length(), most);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        byte[] bytes = text.substring(0, end).getBytes(UTF_16LE);
        MemorySegment.copy(bytes, 0, data, JAVA_BYTE, at, bytes.length);
    }
}
