package nearside.desktop.fit;

import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.engine.accelerator.Standing;
import nearside.engine.pack.RuntimeNow;

import java.util.ArrayList;
import java.util.List;

/// What the worker's runtime can compute on, what was tried, and what was put aside and why, in
/// lines of text.
public record RuntimeText(Words words, Explain explain) {

    /// Everything in its order: the build, then accelerators, then packs.
    ///
    /// @param standings of accelerators with the model in use
    public List<String> lines(RuntimeNow now, List<Standing> standings) {
        List<String> lines = new ArrayList<>(List.of(build(now)));
        if (!now.version().isEmpty() && standings.isEmpty()) {
            lines.add(words.of("runtime.none"));
        }
        standings.forEach(it -> lines.add(line(it.device().called(), explain.of(it))));
        now.packs().forEach(it -> lines.add(line(it.folder().toString(), explain.of(it))));
        return List.copyOf(lines);
    }

    /// What this build was made for.
    public String build(RuntimeNow now) {
        return now.version().isEmpty()
                ? words.of("runtime.unknown")
                : words.of("runtime.build", now.version(), String.join(", ", now.providers()));
    }

    private String line(String subject, String sentence) {
        return words.of("runtime.line", subject, sentence);
    }
}
