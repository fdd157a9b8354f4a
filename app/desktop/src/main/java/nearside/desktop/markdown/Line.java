package nearside.desktop.markdown;

import java.util.List;
import java.util.stream.Collectors;

/// Text that is wrapped as one, with line breaks where it says so.
public record Line(List<Run> runs) {
    public Line {
        runs = List.copyOf(runs);
    }

    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
