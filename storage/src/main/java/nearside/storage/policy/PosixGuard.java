package nearside.storage.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tells whether a file and every folder above it are one owner's, without links and without a
/// right to write for others. Then nobody else can have put it there or can change it.
///
/// @param base the topmost folder that is looked at
/// @param owner the number of the user that everything must belong to
record PosixGuard(Path base, int owner) {
    static final int ROOT = 0;

    private static final int KINDS = 0170000;
    private static final int FOLDER = 0040000;
    private static final int FILE = 0100000;
    private static final int WRITE_BY_OTHERS = 0022;

    /// What the system says of one entry; the mode as `stat` has it.
    record Facts(Path path, int owner, int mode) {}

    /// From the base down to the path itself; the first that is not sound decides.
    Custody of(Path path, Custody.Kind kind) {
        for (Path each : way(path)) {
            Custody custody = entry(each, each.equals(path) ? kind : Custody.Kind.FOLDER);
            if (!(custody instanceof Custody.Administrators)) {
                return custody;
            }
        }
        return new Custody.Administrators();
    }

    private List<Path> way(Path path) {
        List<Path> all = new ArrayList<>(List.of(base));
        for (Path name : base.relativize(path.normalize())) {
            all.add(all.getLast().resolve(name));
        }
        return all;
    }

    private Custody entry(Path path, Custody.Kind kind) {
        try {
            Map<String, Object> read =
                    Files.readAttributes(path, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
            return judged(new Facts(path, number(read, "uid"), number(read, "mode")), kind);
        } catch (NoSuchFileException absent) {
            return new Custody.Absent();
        } catch (IOException unreadable) {
            return new Custody.Faulty(new PolicyFault.Unreadable(path));
        }
    }

    private static int number(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Integer number ? number : -1;
    }

    /// Pure: how one entry that is there stands.
    Custody judged(Facts facts, Custody.Kind kind) {
        int expected =
                switch (kind) {
                    case FOLDER -> FOLDER;
                    case FILE -> FILE;
                };
        if ((facts.mode & KINDS) != expected) {
            return new Custody.Faulty(new PolicyFault.WrongKind(facts.path));
        }
        if (facts.owner != owner) {
            return new Custody.Faulty(
                    new PolicyFault.ForeignOwner(facts.path, Integer.toString(facts.owner)));
        }
        if ((facts.mode & WRITE_BY_OTHERS) != 0) {
            String rights = Integer.toOctalString(facts.mode & ~KINDS);
            return new Custody.Faulty(new PolicyFault.WritableByOthers(facts.path, rights));
        }
        return new Custody.Administrators();
    }
}
