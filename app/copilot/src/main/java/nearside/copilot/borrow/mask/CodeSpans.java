package nearside.copilot.borrow.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a text holds code, as Markdown marks it: fenced blocks (also one without its end) and
/// spans between back-ticks. An address or a number in there is part of a program.
final class CodeSpans {
    private static final Pattern FENCE =
            Pattern.compile(
                    "(?m)^ {0,3}(?:> ?)*(?<fence>`{3,}|~{3,})[^`\\n]*\\n[\\s\\S]*?(?:^ {0,3}(?:> ?)*\\k<fence>[`~]*[ \\t]*$|\\z)");

    private static final Pattern SPAN =
            Pattern.compile("(?<!`)(?<ticks>`{1,2})(?!`)[^\\n]+?(?<!`)\\k<ticks>(?!`)");

    private CodeSpans() {}

    static List<Finding> in(String text) {
        List<Finding> spans = new ArrayList<>();
        Matcher fence = FENCE.matcher(text);
        int at = 0;
        while (fence.find()) {
            addInline(text, at, fence.start(), spans);
            spans.add(new Finding(fence.start(), fence.end(), Kind.SECRET));
            at = fence.end();
        }
        addInline(text, at, text.length(), spans);
        return spans;
    }

    private static void addInline(String text, int from, int to, List<Finding> spans) {
        Matcher span = SPAN.matcher(text).region(from, to);
        while (span.find()) {
            spans.add(new Finding(span.start(), span.end(), Kind.SECRET));
        }
    }
}
