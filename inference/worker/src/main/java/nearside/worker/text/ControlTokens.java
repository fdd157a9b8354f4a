package nearside.worker.text;

import java.security.SecureRandom;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The strings that steer a model, and how those that a person typed are told from the template's.
///
/// Typed ones are broken by a mark before the template is rendered. What is still whole afterwards
/// is the template's and gets a name that nobody can type; then the marks are taken out again.
final class ControlTokens {
    private final List<String> contents;
    private final BitSet firsts = new BitSet();
    private final Map<String, String> names = new HashMap<>();
    private final String mark;

    ControlTokens(List<AddedToken> tokens, SecureRandom random) {
        contents =
                tokens.stream()
                        .filter(AddedToken::controls)
                        .map(AddedToken::content)
                        .sorted((one, other) -> other.length() - one.length())
                        .toList();
        contents.forEach(content -> firsts.set(content.charAt(0)));
        contents.forEach(content -> names.put(content, Nonce.next(random)));
        mark = Nonce.next(random);
    }

    /// The new name of each control token.
    Map<String, String> names() {
        return Map.copyOf(names);
    }

    boolean standIn(String text) {
        return IntStream.range(0, text.length()).anyMatch(i -> !longestAt(text, i).isEmpty());
    }

    /// The text with a mark inside every control token.
    String broken(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(text.charAt(i));
            if (!longestAt(text, i).isEmpty()) {
                out.append(mark);
            }
        }
        return out.toString();
    }

    /// The rendered text with the template's control tokens under their new names and the typed
    /// ones whole again.
    String named(String rendered) {
        StringBuilder out = new StringBuilder(rendered.length());
        int at = 0;
        while (at < rendered.length()) {
            String content = longestAt(rendered, at);
            if (content.isEmpty()) {
                out.append(rendered.charAt(at));
                at++;
            } else {
                out.append(names.get(content));
                at += content.length();
            }
        }
        return whole(out.toString());
    }

    /// The text without marks.
    String whole(String text) {
        return text.replace(mark, "");
    }

    private String longestAt(String text, int index) {
        if (!firsts.get(text.charAt(index))) {
            return "";
        }
        for (String content : contents) {
            if (text.startsWith(content, index)) {
                return content;
            }
        }
        return "";
    }
}
