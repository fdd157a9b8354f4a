package nearside.farside;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A request as a far side read it.
///
/// @param head its lines, the request line first
/// @param body as text
/// @param bytes of the body
public record Asked(List<String> head, String body, int bytes) {
    public Asked {
        head = List.copyOf(head);
    }

    /// What was asked for.
    public String path() {
        return head.getFirst().replaceFirst("^\\S+ ", "").replaceFirst(" \\S+$", "");
    }

    /// The value of the first header of that name.
    public Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }
}
