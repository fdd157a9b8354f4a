package nearside.packaged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What strace recorded of a run: where it tried to connect or send, and what it wrote to or
/// changed.
record SystemCalls(List<String> lines) {
    private static final Pattern CALL =
            Pattern.compile("\\b(connect|sendto|sendmsg|sendmmsg|bind)\\(");
    private static final Pattern INTERNET = Pattern.compile("sa_family=AF_INET6?\\b");
    private static final Pattern LOOK_UP =
            Pattern.compile(
                    "htons\\((?:53|5353)\\)|\"[^\"]*(?:systemd/resolve/|avahi-daemon/)[^\"]*\".* = 0$");
    private static final Pattern OPENED =
            Pattern.compile("\\bopenat?\\([^\"]*\"([^\"]*)\", ([A-Z_|0-9]+)");
    private static final Pattern CHANGED =
            Pattern.compile(
                    "\\b(?:mkdir|mkdirat|rename|renameat|renameat2|unlink|unlinkat|link|linkat|symlink|symlinkat)\\(");
    private static final Pattern BEGINS = Pattern.compile("(\\d+)(\\s.*) <unfinished \\.\\.\\.>");
    private static final Pattern ENDS = Pattern.compile("(\\d+)\\s+<\\.\\.\\. \\w+ resumed>(.*)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    static List<String> wrapper(Path record) {
        return List.of(
                "strace",
                "-f",
                "-qq",
                "-s",
                "4096",
                "-o",
                record.toString(),
                "-e",
                "trace=connect,sendto,sendmsg,sendmmsg,bind,open,openat,creat,mkdir,mkdirat,rename,renameat,"
                        + "renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat");
    }

    static SystemCalls read(Path record) throws IOException {
        return of(Files.readAllLines(record, StandardCharsets.ISO_8859_1));
    }

    /// With each call in one line: while another thread calls, strace writes the beginning of a
    /// call and its end apart. One that never ended stays as it is.
    static SystemCalls of(List<String> lines) {
        List<String> whole = new ArrayList<>();
        Map<String, String> begun = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher begins = BEGINS.matcher(line);
            Matcher ends = ENDS.matcher(line);
            if (begins.matches()) {
                begun.put(begins.group(1), begins.group(2));
            } else if (ends.matches() && begun.containsKey(ends.group(1))) {
                whole.add(ends.group(1) + begun.remove(ends.group(1)) + ends.group(2));
            } else {
                whole.add(line);
            }
        }
        begun.forEach((thread, call) -> whole.add(thread + call));
        return new SystemCalls(whole);
    }

    /// Every attempt to reach the internet families, whether it worked or not.
    List<String> internet() {
        return lines.stream()
                .filter(line -> CALL.matcher(line).find() && INTERNET.matcher(line).find())
                .toList();
    }

    /// Every attempt to look a name up: at a name server's port, or by a program that does so for
    /// others.
    List<String> lookUps() {
        return lines.stream()
                .filter(line -> CALL.matcher(line).find() && LOOK_UP.matcher(line).find())
                .toList();
    }

    /// Every path that was opened for writing or changed, and that lies below none of these
    /// folders.
    List<String> writtenOutside(List<Path> allowed) {
        return lines.stream()
                .filter(line -> !line.contains(" = -1 "))
                .flatMap(SystemCalls::written)
                .filter(path -> path.startsWith("/"))
                .filter(path -> !path.startsWith("/dev/") && !path.startsWith("/proc/"))
                .filter(path ->
                        allowed.stream().noneMatch(folder -> path.startsWith(folder.toString())))
                .distinct()
                .toList();
    }

    /// The calls with one of these paths, for whoever looks for the cause.
    String with(List<String> paths) {
        return lines.stream()
                .filter(line -> paths.stream().anyMatch(path -> line.contains('"' + path + '"')))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> written(String line) {
        Matcher opened = OPENED.matcher(line);
        if (opened.find()) {
            boolean writes =
                    Pattern.compile("O_WRONLY|O_RDWR|O_CREAT|O_TRUNC")
                            .matcher(opened.group(2))
                            .find();
            return writes ? Stream.of(opened.group(1)) : Stream.empty();
        }
        return CHANGED.matcher(line).find()
                ? QUOTED.matcher(line).results().map(match -> match.group(1))
                : Stream.empty();
    }
}
