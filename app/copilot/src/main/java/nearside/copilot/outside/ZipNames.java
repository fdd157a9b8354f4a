package nearside.copilot.outside;

import nearside.engine.folder.FileNames;
import nearside.storage.shelf.ShelfName;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Which entries of a zip archive are taken, decided by what it says about them alone.
///
/// @param top the folder that they lie in, empty for the root
/// @param files their names in it: plain ones
record ZipNames(String top, List<String> files) {
    private static final int LONGEST_SHOWN = 80;

    /// What the Finder puts beside the files of a Mac.
    private static final String FINDER = "__MACOSX";

    ZipNames {
        files = List.copyOf(files);
    }

    static ZipNames of(List<ZipRecord> records) throws BadZip {
        Set<String> seen = new HashSet<>();
        Set<String> tops = new TreeSet<>();
        List<String> files = new ArrayList<>();
        for (ZipRecord record : records) {
            List<String> steps = steps(record.name());
            check(record, steps);
            if (!seen.add(String.join("/", steps).toLowerCase(Locale.ROOT))) {
                throw new BadZip(new ZipFlaw.Twice(shown(record.name())));
            }
            if (isTaken(record, steps)) {
                tops.add(steps.size() == 2 ? steps.getFirst() : "");
                files.add(steps.getLast());
            }
        }
        if (tops.isEmpty()) {
            throw new BadZip(new ZipFlaw.Nothing());
        }
        if (tops.size() > 1) {
            throw new BadZip(
                    new ZipFlaw.SeveralFolders(tops.stream().map(ZipNames::shown).toList()));
        }
        return new ZipNames(tops.iterator().next(), files);
    }

    private static List<String> steps(String name) {
        String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return List.of(plain.split("/", -1));
    }

    private static void check(ZipRecord record, List<String> steps) throws BadZip {
        String shown = shown(record.name());
        if (!steps.stream().allMatch(ZipNames::isHarmless)) {
            throw new BadZip(new ZipFlaw.BadName(shown));
        }
        if (!record.isPlain()) {
            throw new BadZip(new ZipFlaw.NotAPlainFile(shown));
        }
        if (record.isEncrypted()) {
            throw new BadZip(new ZipFlaw.Encrypted(shown));
        }
        if (!record.isReadable()) {
            throw new BadZip(new ZipFlaw.OtherMethod(shown, record.method()));
        }
        int deepest = record.isFolder() ? 1 : 2;
        if (steps.size() > deepest && !isFinders(steps)) {
            throw new BadZip(new ZipFlaw.TooDeep(shown));
        }
    }

    /// A step that stays where it is, on every system.
    private static boolean isHarmless(String step) {
        return !step.isEmpty()
                && !step.equals(".")
                && !step.equals("..")
                && step.chars().noneMatch(ZipNames::isTroublesome)
                && !ShelfName.isDevice(step);
    }

    /// Backslashes are steps on Windows, colons drives and streams.
    private static boolean isTroublesome(int character) {
        return character == '\\' || character == ':' || isUnprintable(character);
    }

    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isFinders(List<String> steps) {
        return steps.getFirst().equals(FINDER);
    }

    private static boolean isTaken(ZipRecord record, List<String> steps) {
        return !record.isFolder() && !isFinders(steps) && FileNames.belongs(steps.getLast());
    }

    private static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.chars()
                .limit(LONGEST_SHOWN)
                .forEach(it -> shown.append(isUnprintable(it) ? '?' : (char) it));
        return shown.append(name.length() > LONGEST_SHOWN ? "…" : "").toString();
    }
}
