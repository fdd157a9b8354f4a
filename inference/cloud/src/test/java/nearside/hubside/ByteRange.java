package nearside.hubside;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of some content.
///
/// @param from its first byte
record ByteRange(long from, long count) {
    private static final Pattern ASKED = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /// Whether that is one range, which is all that is honoured here.
    static boolean isOne(String asked) {
        return ASKED.matcher(asked).matches() && !asked.equals("bytes=-");
    }

    /// The part that is meant by one range (RFC 9110, 14.1.2); empty beyond the end.
    static Optional<ByteRange> of(String asked, long size) {
        Matcher matcher = ASKED.matcher(asked);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("range: expected one, found " + asked);
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        long from = first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : number(first);
        long end = first.isEmpty() || last.isEmpty() ? size : Math.min(size, number(last) + 1);
        return Optional.of(new ByteRange(from, end - from)).filter(range -> range.count > 0);
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }

    /// Another part, moved by that much, or the other way where the content ends.
    ByteRange shifted(long shift, long size) {
        long there = Math.clamp(from + shift, 0, Math.max(0, size - 1));
        long moved = there == from ? Math.clamp(from - shift, 0, Math.max(0, size - 1)) : there;
        return new ByteRange(moved, Math.min(count, size - moved));
    }

    /// As `Content-Range` says it.
    String of(long size) {
        return "bytes " + from + "-" + (from + count - 1) + "/" + size;
    }
}
