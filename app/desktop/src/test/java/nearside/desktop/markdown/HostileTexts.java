package nearside.desktop.markdown;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts that are made to hurt: deep, wide, broken, and mixed by chance.
final class HostileTexts {
    /// Each is repeated without end.
    static final List<String> REPEATED =
            List.of(
                    "> ", "- ", "[", "![", "*a **", "`", "<", "&", "\\[", "((", "_a __", "1. ",
                    "~~a ", "[a](", "<b>", "| a ", "[^1]");

    private static final List<String> PIECES =
            List.of(
                    "> ",
                    "- ",
                    "1. ",
                    "#",
                    "*",
                    "**",
                    "_",
                    "~~",
                    "`",
                    "```",
                    "\n",
                    "\n\n",
                    "    ",
                    "[",
                    "](",
                    ")",
                    "![",
                    "](javascript:x)",
                    "](file:///etc/passwd)",
                    "](https://a.example/x.png)",
                    "<img src=https://a.example/y.png>",
                    "<",
                    ">",
                    "<script>",
                    "</b>",
                    "<!--",
                    "|",
                    "|-|-|",
                    "\n|-|\n",
                    "[^1]",
                    "[^1]: ",
                    "[a]: x",
                    "[a]: file:///etc/passwd",
                    "\\",
                    "&amp;",
                    "&#0;",
                    "\u202E",
                    "\u0000",
                    "\uD83D",
                    "\t",
                    "word",
                    "https://a.example",
                    "mailto:x",
                    "- [x] ",
                    "===",
                    "---",
                    "$$",
                    "\\input{/etc/passwd}",
                    "$\\includegraphics{/etc/passwd}$");

    private HostileTexts() {}

    static String mixed(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, 400)
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }
}
