package nearside.copilot.orchestrator;

import java.util.List;

/// Whether another model can go on with a reply, or must begin it anew.
final class HandOver {
    /// Fewer tokens are sooner written again than joined.
    private static final int FEWEST = 64;

    private static final String FENCE = "```";
    private static final String OTHER_FENCE = "~~~";

    private HandOver() {}

    /// A model that is told only the last sentences cannot go on inside of code or a table: a line
    /// that it says again stands there twice, and one that it leaves out breaks it.
    static boolean mustBeginAnew(String written, int tokens) {
        return tokens < FEWEST || isInCode(written) || isInTable(written);
    }

    private static boolean isInCode(String written) {
        return written.lines().map(String::strip).filter(HandOver::isFence).count() % 2 == 1;
    }

    private static boolean isFence(String line) {
        return line.startsWith(FENCE) || line.startsWith(OTHER_FENCE);
    }

    private static boolean isInTable(String written) {
        List<String> lines = written.lines().toList();
        return !lines.isEmpty() && lines.getLast().strip().startsWith("|");
    }
}
