package nearside.storage.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a tracer saw of a session without faults: the files that it touched in its profile, and how
/// often each thread made each call on them.
///
/// @param files named from the profile
/// @param times of each call, in the thread that made it most often
record Watched(List<String> files, Map<String, Integer> times) {
    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*)");

    static Watched of(Path log, Path profile) throws IOException {
        Pattern path = Pattern.compile(Pattern.quote(profile.toString()) + "(?:/([^\">]*))?[\">]");
        TreeSet<String> files = new TreeSet<>();
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> times = new TreeMap<>();
        for (String line : Files.readAllLines(log)) {
            Matcher call = CALL.matcher(line);
            Matcher inside = path.matcher(line);
            if (call.lookingAt() && inside.find()) {
                inside.reset();
                inside.results().forEach(it -> files.add(it.group(1) == null ? "" : it.group(1)));
                int count = counts.merge(call.group(1) + " " + call.group(2), 1, Integer::sum);
                times.merge(call.group(2), count, Math::max);
            }
        }
        return new Watched(List.copyOf(files), times);
    }

    List<Path> in(Path profile) {
        return files.stream().map(profile::resolve).toList();
    }

    int timesOf(String call) {
        return times.getOrDefault(call, 0);
    }

    /// Every way in which the session can be disturbed.
    List<Fault> faults() {
        List<Fault> all = new ArrayList<>();
        times.forEach((call, most) -> all.addAll(Fault.all(call, most)));
        return all;
    }
}
