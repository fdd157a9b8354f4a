package nearside.storage.past.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stretch of a message as a page shows it: text as it is, or code.
public record Block(Kind kind, String text) {
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");

    /// How it is set.
    public enum Kind {
        TEXT,
        CODE
    }

    /// The stretches of a Markdown text, in order. A fence that nobody closed ends with the text.
    public static List<Block> of(String markdown) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        String fence = "";
        for (String line : markdown.split("\n", -1)) {
            Matcher matcher = FENCE.matcher(line);
            boolean opens = fence.isEmpty() && matcher.matches() && opens(matcher);
            boolean closes = !fence.isEmpty() && matcher.matches() && closes(matcher, fence);
            if (opens || closes) {
                add(blocks, fence, lines);
                fence = opens ? matcher.group(1) : "";
            } else {
                lines.append(line).append('\n');
            }
        }
        add(blocks, fence, lines);
        return blocks;
    }

    private static boolean opens(Matcher fence) {
        return fence.group(1).charAt(0) == '~' || fence.group(2).indexOf('`') < 0;
    }

    private static boolean closes(Matcher fence, String opened) {
        return fence.group(1).startsWith(opened) && fence.group(2).isBlank();
    }

    /// The fence that would close the text, or nothing.
    static String open(String markdown) {
        String fence = "";
        for (String line : markdown.split("\n", -1)) {
            Matcher matcher = FENCE.matcher(line);
            if (fence.isEmpty() && matcher.matches() && opens(matcher)) {
                fence = matcher.group(1);
            } else if (!fence.isEmpty() && matcher.matches() && closes(matcher, fence)) {
                fence = "";
            }
        }
        return fence;
    }

    private static void add(List<Block> blocks, String fence, StringBuilder lines) {
        String text = lines.isEmpty() ? "" : lines.substring(0, lines.length() - 1);
        lines.setLength(0);
        if (!fence.isEmpty()) {
            blocks.add(new Block(Kind.CODE, text));
        } else if (!text.isBlank()) {
            blocks.add(new Block(Kind.TEXT, text.strip()));
        }
    }
}
