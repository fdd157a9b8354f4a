package nearside.storage.campaign;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what strace wrote of a session. All texts and paths stand there as hexadecimal bytes.
final class Trace {
    private static final Pattern CALL =
            Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (-?\\d+)(<.*>)?.*");
    private static final Pattern BEGUN = Pattern.compile("(\\d+) +(.*) <unfinished \\.\\.\\.>");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)");
    private static final Pattern TEXT = Pattern.compile("[\"<]((?:\\\\x[0-9a-f]{2})*)[\">]");

    private final String profile;
    private final Map<String, String> begun = new HashMap<>();

    /// Where the next plain write of a descriptor goes.
    private final Map<String, Integer> positions = new HashMap<>();

    private final List<Deed> deeds = new ArrayList<>();

    private Trace(Path profile) {
        this.profile = profile.toString();
    }

    static List<Deed> of(Path profile, List<String> lines) {
        Trace trace = new Trace(profile);
        lines.forEach(trace::line);
        return trace.deeds;
    }

    /// The command that traces a session into a file.
    static List<String> command(Path log) {
        return List.of(
                "strace",
                "-f",
                "-y",
                "-xx",
                "-s",
                "100000000",
                "--seccomp-bpf",
                "-o",
                log.toString(),
                "-e",
                "trace=openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,ftruncate,"
                        + "truncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,"
                        + "unlinkat,mkdir,mkdirat,link,linkat,copy_file_range,sendfile");
    }

    private void line(String line) {
        Matcher first = BEGUN.matcher(line);
        Matcher rest = RESUMED.matcher(line);
        if (first.matches()) {
            begun.put(first.group(1), first.group(2));
        } else if (rest.matches()) {
            String thread = rest.group(1);
            line(thread + " " + begun.remove(thread) + rest.group(2));
        } else {
            Matcher call = CALL.matcher(line);
            if (call.matches() && !call.group(4).startsWith("-")) {
                call(call.group(2), call.group(3), call.group(4));
            }
        }
    }

    private void call(String name, String arguments, String result) {
        List<ByteBuffer> texts = texts(arguments);
        String[] words = arguments.split(", ", -1);
        if (name.equals("write") && words[0].startsWith("1<")) {
            told(texts.getLast());
            return;
        }
        List<String> files = texts.stream().flatMap(it -> inside(it).stream()).toList();
        if (files.isEmpty() || files.getFirst().endsWith("-shm")) {
            return;
        }
        String file = files.getFirst();
        switch (name) {
            case "openat" -> opened(file, words[2], result);
            case "write" -> written(file, words[0], texts.getLast());
            case "pwrite64" -> deeds.add(new Deed.Write(file, number(words[3]), texts.getLast()));
            case "ftruncate" -> deeds.add(new Deed.Resize(file, number(words[1])));
            case "fsync", "fdatasync" -> deeds.add(new Deed.Force(file));
            case "rename" -> deeds.add(new Deed.Move(file, files.getLast()));
            case "unlink" -> deeds.add(new Deed.Unlink(file));
            case "mkdir" -> deeds.add(new Deed.MakeFolder(file));
            default -> throw new IllegalStateException("not modelled: " + name);
        }
    }

    private void told(ByteBuffer text) {
        String lines = StandardCharsets.UTF_8.decode(text.duplicate()).toString();
        lines.lines().forEach(line -> deeds.add(new Deed.Tell(line)));
    }

    /// Whether an opened file was there before is known only to the disk, which makes it once.
    private void opened(String file, String flags, String descriptor) {
        positions.put(descriptor, 0);
        if (flags.contains("O_CREAT")) {
            deeds.add(new Deed.Make(file));
        }
        if (flags.contains("O_TRUNC")) {
            deeds.add(new Deed.Resize(file, 0));
        }
        if (flags.contains("O_APPEND")) {
            throw new IllegalStateException("not modelled: appending to " + file);
        }
    }

    private void written(String file, String descriptor, ByteBuffer bytes) {
        String number = descriptor.substring(0, descriptor.indexOf('<'));
        int at = positions.getOrDefault(number, 0);
        deeds.add(new Deed.Write(file, at, bytes));
        positions.put(number, at + bytes.remaining());
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }

    private static List<ByteBuffer> texts(String arguments) {
        return TEXT.matcher(arguments)
                .results()
                .map(it -> HexFormat.of().parseHex(it.group(1).replace("\\x", "")))
                .map(ByteBuffer::wrap)
                .toList();
    }

    private Optional<String> inside(ByteBuffer path) {
        String name = StandardCharsets.ISO_8859_1.decode(path.duplicate()).toString();
        if (name.equals(profile)) {
            return Optional.of("");
        }
        return name.startsWith(profile + "/")
                ? Optional.of(name.substring(profile.length() + 1))
                : Optional.empty();
    }
}
