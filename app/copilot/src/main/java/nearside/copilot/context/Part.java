package nearside.copilot.context;

import nearside.copilot.context.reading.Fence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a message: what somebody said, or a long text between fences that goes with it, such
/// as an attached file. All parts of a message put together are the message.
///
/// @param name of such a text; empty for what was said
/// @param open its first fence; empty for what was said
/// @param text without the fences
/// @param close its last fence
record Part(String name, String open, String text, String close) {
    /// Shorter ones stay or go with what was said.
    private static final int LONG = 1_200;

    private static final int LONGEST_NAME = 300;
    private static final Pattern NAME = Pattern.compile("([^\\n]+):\\s*$");

    boolean isSaid() {
        return open.isEmpty();
    }

    /// In their order, none empty.
    static List<Part> of(String message) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < message.length()) {
            Optional<Fence> found = Fence.at(message, at);
            if (found.isEmpty() && Fence.opens(message, at)) {
                // Nothing closes it: all behind it was said.
                break;
            }
            if (found.filter(it -> it.close() - it.inside() > LONG).isPresent()) {
                Fence block = found.get();
                said(parts, message.substring(from, at));
                parts.add(
                        new Part(
                                name(message.substring(Math.max(from, at - LONGEST_NAME), at)),
                                message.substring(at, block.inside()),
                                message.substring(block.inside(), block.close()),
                                message.substring(block.close(), block.end())));
                from = block.end();
            }
            int line = message.indexOf('\n', at);
            at = found.map(Fence::end).orElse(line < 0 ? message.length() : line + 1);
        }
        said(parts, message.substring(from));
        return parts;
    }

    private static void said(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part("", "", text, ""));
        }
    }

    private static String name(String before) {
        Matcher name = NAME.matcher(before);
        return name.find() ? name.group(1).strip() : "";
    }
}
