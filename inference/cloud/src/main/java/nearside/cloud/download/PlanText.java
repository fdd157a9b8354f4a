package nearside.cloud.download;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A plan as it is kept beside what was fetched by it: a line for the hub and the source, and one
/// for each file.
final class PlanText {
    private static final Pattern SOURCE =
            Pattern.compile("(source|doubted) (?:1|2 (\\S+)) (\\S+) (\\S+) (\\S*) (\\S+)");
    private static final Pattern FILE = Pattern.compile("file (\\w+) ([0-9a-f]+) (\\d{1,18}) (.+)");

    private PlanText() {}

    /// @param hub that told it
    static byte[] of(Plan plan, Hub hub) {
        return written("source", plan, hub);
    }

    /// One by which something did not come as it says: the hub is asked again before it is
    /// followed.
    static byte[] doubted(Plan plan, Hub hub) {
        return written("doubted", plan, hub);
    }

    private static byte[] written(String kind, Plan plan, Hub hub) {
        Source source = plan.source();
        String first =
                "%s 2 %s %s %s %s %s\n"
                        .formatted(
                                kind,
                                hub.base(),
                                source.repository(),
                                source.revision(),
                                source.folder(),
                                plan.revision());
        String files =
                plan.files().stream()
                        .map(file ->
                                "file %s %s %d %s\n"
                                        .formatted(
                                                file.sum().kind(),
                                                file.sum().hex(),
                                                file.size(),
                                                file.name()))
                        .collect(Collectors.joining());
        return (first + files).getBytes(StandardCharsets.UTF_8);
    }

    /// A plan that was kept.
    ///
    /// @param teller base of the hub that told it; empty where that was not noted, or where it was
    ///   found not to be so
    record Kept(Plan plan, Optional<String> teller) {
        /// Whether it may be followed as what that hub told.
        boolean isBy(Hub hub) {
            return teller.equals(Optional.of(hub.base().toString()));
        }
    }

    /// Empty for what cannot be read: then it is listed anew.
    static Optional<Kept> read(byte[] kept) {
        List<String> lines = new String(kept, StandardCharsets.UTF_8).lines().toList();
        Matcher first = SOURCE.matcher(lines.isEmpty() ? "" : lines.getFirst());
        try {
            return first.matches()
                    ? Optional.of(new Kept(plan(first, lines), teller(first)))
                    : Optional.empty();
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> teller(Matcher first) {
        return Optional.ofNullable(first.group(2)).filter(_ -> first.group(1).equals("source"));
    }

    private static Plan plan(Matcher first, List<String> lines) {
        return new Plan(
                new Source(first.group(3), first.group(4), first.group(5)),
                first.group(6),
                lines.stream().skip(1).map(PlanText::file).toList());
    }

    private static HubFile file(String line) {
        Matcher file = FILE.matcher(line);
        if (!file.matches()) {
            throw new IllegalArgumentException("no file: " + line);
        }
        return new HubFile(
                file.group(4),
                Long.parseLong(file.group(3)),
                new Checksum(Checksum.Kind.valueOf(file.group(1)), file.group(2)));
    }
}
