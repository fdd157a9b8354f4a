package nearside.copilot.context;

import nearside.copilot.context.graph.Graph;
import nearside.copilot.context.graph.Ranking.Pick;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the code that a question asks about: that in which a name of it stands, the newest first,
/// and the newest code of all where the question speaks of code without a name.
final class AskedCode {
    /// As names in code are written: `snake_case`, `camelCase`, `call()`, `a.b`, or quoted.
    private static final Pattern NAME =
            Pattern.compile(
                    "`([^`\\n]+)`|\\b([A-Za-z]\\w*_\\w+|[a-z]+[A-Z]\\w*|[A-Z][a-z0-9]+[A-Z]\\w*)\\b"
                            + "|\\b([A-Za-z_]\\w+)\\(");

    private static final Pattern SPEAKS =
            Pattern.compile(
                    "(?iu)\\b(code|function|method|class|script|compile|exception|bug|funktion|klasse"
                            + "|fonction|función)\\b|代码|函数|方法");
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(```|~~~)");

    private AskedCode() {}

    static Iterator<Pick> in(Graph graph, String question) {
        Set<String> names =
                NAME.matcher(question).results().map(AskedCode::name).collect(Collectors.toSet());
        boolean speaks = SPEAKS.matcher(question).find();
        List<Pick> picks = new ArrayList<>();
        for (int piece = graph.pieceCount() - 1; piece >= 0; piece--) {
            String text = graph.piece(piece).text();
            boolean newest = speaks && names.isEmpty() && picks.isEmpty();
            if (FENCE.matcher(text).find() && (newest || hasOne(text, names))) {
                picks.add(new Pick(piece, 1));
            }
        }
        return picks.iterator();
    }

    private static String name(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group).strip();
            }
        }
        return found.group();
    }

    private static boolean hasOne(String text, Set<String> names) {
        return names.stream().anyMatch(text::contains);
    }
}
