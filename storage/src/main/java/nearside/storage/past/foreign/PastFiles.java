package nearside.storage.past.foreign;

import nearside.storage.past.PastEntry;
import nearside.storage.past.PastEntry.Next;
import nearside.storage.past.PastEntry.Taker;
import nearside.storage.past.PastRefusal;
import nearside.storage.past.PastRefusal.Limit;
import nearside.storage.past.PastWhere;
import nearside.storage.past.foreign.JsonFile.Nature;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;

/// Files, folders and archives with conversations of any known program, read one conversation at a
/// time. Nothing is written; what goes wrong is an entry like any other.
public final class PastFiles {
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Limits limits;
    private final Taker taker;

    private PastFiles(Limits limits, Taker taker) {
        this.limits = limits;
        this.taker = taker;
    }

    /// Reads them in order, until the taker has enough.
    public static void read(List<Path> paths, Limits limits, Taker taker) {
        PastFiles files = new PastFiles(limits, taker);
        for (Path path : paths) {
            if (files.path(path) == Next.STOP) {
                return;
            }
        }
    }

    private Next path(Path path) {
        PastWhere where = PastWhere.of(String.valueOf(path.getFileName()));
        try {
            if (Files.isDirectory(path)) {
                try (Bundle folder = Bundle.folder(path, limits)) {
                    return bundle(folder, where);
                }
            }
            if (isZip(path)) {
                try (Bundle zip = Bundle.zip(path, limits)) {
                    return bundle(zip, where);
                }
            }
            return file(path, where);
        } catch (IOException | UncheckedIOException broken) {
            return refuse(broken(broken, where));
        }
    }

    private PastRefusal broken(Exception broken, PastWhere where) {
        return switch (broken) {
            case Bundle.TooMany _ -> new PastRefusal.TooMuch(where, Limit.FILES, limits.files());
            case Bundle.TooLarge _ ->
                    new PastRefusal.TooMuch(where, Limit.ARCHIVE, limits.archiveBytes());
            case ZipException _ -> new PastRefusal.BadArchive(where);
            default -> new PastRefusal.Unreadable(where);
        };
    }

    private static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return java.util.Arrays.equals(in.readNBytes(ZIP.length), ZIP)
                    || path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        }
    }

    private Next file(Path path, PastWhere where) throws IOException {
        Path messages = path.resolveSibling(JanForm.MESSAGES);
        if (where.file().equals(JanForm.THREAD) && Files.isRegularFile(messages)) {
            try (Bundle thread = new Bundle.Folder(path.resolveSibling(""), List.of())) {
                return jan(thread, JanForm.THREAD, where);
            }
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return next(JsonFile.read(in, where, limits, taker), where);
        }
    }

    private Next next(Nature nature, PastWhere where) {
        return switch (nature) {
            case KNOWN -> Next.GO_ON;
            case STRANGE -> refuse(new PastRefusal.UnknownForm(where));
            case STOPPED -> Next.STOP;
        };
    }

    private Next refuse(PastRefusal refusal) {
        return taker.take(new PastEntry.Refused(refusal));
    }

    /// Other files lie beside the conversations in every export; they are passed over, unless there
    /// is nothing else.
    private Next bundle(Bundle bundle, PastWhere where) throws IOException {
        Set<String> names = new HashSet<>(bundle.names());
        boolean known = false;
        for (String name : bundle.names()) {
            PastWhere inside = PastWhere.of(where.file() + "/" + name);
            Nature nature = nature(bundle, names, name, inside);
            if (nature == Nature.STOPPED) {
                return Next.STOP;
            }
            known |= nature == Nature.KNOWN;
        }
        return known ? Next.GO_ON : refuse(new PastRefusal.UnknownForm(where));
    }

    private Nature nature(Bundle bundle, Set<String> names, String name, PastWhere where)
            throws IOException {
        try {
            if (name.endsWith(JanForm.THREAD) && names.contains(messages(name))) {
                return jan(bundle, name, where) == Next.STOP ? Nature.STOPPED : Nature.KNOWN;
            }
            return isJson(name.toLowerCase(Locale.ROOT))
                    ? json(bundle, name, where)
                    : Nature.STRANGE;
        } catch (Bundle.TooLarge tooLarge) {
            throw tooLarge;
        } catch (IOException broken) {
            return refuse(broken(broken, where)) == Next.STOP ? Nature.STOPPED : Nature.KNOWN;
        }
    }

    /// Exports of this program may bear a name of its own.
    private static boolean isJson(String name) {
        return name.endsWith(".json") || name.endsWith(".nearside");
    }

    private Nature json(Bundle bundle, String name, PastWhere where) throws IOException {
        try (InputStream in = new BufferedInputStream(bundle.open(name))) {
            return JsonFile.read(in, where, limits, taker);
        }
    }

    private static String messages(String thread) {
        return thread.substring(0, thread.length() - JanForm.THREAD.length()) + JanForm.MESSAGES;
    }

    private Next jan(Bundle bundle, String thread, PastWhere where) throws IOException {
        String messages = messages(thread);
        PastWhere beside = PastWhere.of(messages(where.file()));
        try (InputStream head = new BufferedInputStream(bundle.open(thread));
                InputStream lines = new BufferedInputStream(bundle.open(messages))) {
            Form.Reading reading = new JanFiles(limits, where, beside).read(head, lines);
            for (PastEntry entry : reading.entries(new JanForm(), where)) {
                if (taker.take(entry) == Next.STOP) {
                    return Next.STOP;
                }
            }
        }
        return Next.GO_ON;
    }
}
