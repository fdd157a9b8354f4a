package nearside.copilot.context;

import java.util.ArrayList;
import java.util.List;
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

    private static final Pattern BLOCK =
            Pattern.compile(
                    "(?ms)^( {0,3}(`{3,}|~{3,})[^\\n`]*\\n)(.*?\\n)( {0,3}\\2[`~]*[ \\t]*(?:\\n|\\z))");
    private static final Pattern NAME = Pattern.compile("([^\\n]{1,200}):\\s*\\z");

    boolean isSaid() {
        return open.isEmpty();
    }

    /// In their order, none empty.
    static List<Part> of(String message) {
        List<Part> parts = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(message);
        int from = 0;
        while (blocks.find()) {
            if (blocks.group(3).length() > LONG) {
                String before = message.substring(from, blocks.start());
                said(parts, before);
                parts.add(
                        new Part(name(before), blocks.group(1), blocks.group(3), blocks.group(4)));
                from = blocks.end();
            }
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
