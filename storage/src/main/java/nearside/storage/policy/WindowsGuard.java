package nearside.storage.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells whether a file and the folder around it are the administrators' on Windows. The folder
/// above that, where everybody may add files, does not let others rename or delete them.
final class WindowsGuard {
    /// As Windows names them in English, German, French, Spanish, Italian and Portuguese; other
    /// languages keep the English names.
    private static final Set<String> TRUSTED =
            Set.of(
                    "system",
                    "trustedinstaller",
                    "administrators",
                    "administratoren",
                    "administrateurs",
                    "administradores",
                    "amministratori",
                    "système");

    private static final Set<String> AUTHORITIES =
            Set.of(
                    "builtin",
                    "vordefiniert",
                    "predefinito",
                    "nt authority",
                    "nt-autorität",
                    "autorite nt",
                    "autoridade nt",
                    "nt service");

    private static final Set<AclEntryPermission> WRITING =
            Set.of(
                    AclEntryPermission.WRITE_DATA,
                    AclEntryPermission.APPEND_DATA,
                    AclEntryPermission.DELETE,
                    AclEntryPermission.DELETE_CHILD,
                    AclEntryPermission.WRITE_ACL,
                    AclEntryPermission.WRITE_OWNER);

    /// What the system says of one entry.
    ///
    /// @param owner `DOMAIN\name`
    record Facts(Path path, Custody.Kind found, String owner, List<AclEntry> acl) {}

    Custody of(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            return new Custody.Faulty(new PolicyFault.WrongKind(file));
        }
        Custody around = entry(folder, Custody.Kind.FOLDER);
        Custody itself = entry(file, Custody.Kind.FILE);
        return itself instanceof Custody.Absent || around instanceof Custody.Administrators
                ? itself
                : around;
    }

    private Custody entry(Path path, Custody.Kind kind) {
        try {
            BasicFileAttributes basic =
                    Files.readAttributes(
                            path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            AclFileAttributeView acl =
                    Files.getFileAttributeView(
                            path, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (acl == null || !isPlain(basic)) {
                return new Custody.Faulty(new PolicyFault.WrongKind(path));
            }
            Custody.Kind found = basic.isDirectory() ? Custody.Kind.FOLDER : Custody.Kind.FILE;
            return judged(new Facts(path, found, acl.getOwner().getName(), acl.getAcl()), kind);
        } catch (NoSuchFileException absent) {
            return new Custody.Absent();
        } catch (IOException unreadable) {
            return new Custody.Faulty(new PolicyFault.Unreadable(path));
        }
    }

    private static boolean isPlain(BasicFileAttributes found) {
        return (found.isDirectory() || found.isRegularFile()) && !found.isOther();
    }

    /// Pure: how one entry that is there stands.
    Custody judged(Facts facts, Custody.Kind kind) {
        if (facts.found != kind) {
            return new Custody.Faulty(new PolicyFault.WrongKind(facts.path));
        }
        if (!isTrusted(facts.owner)) {
            return new Custody.Faulty(new PolicyFault.ForeignOwner(facts.path, facts.owner));
        }
        return facts.acl.stream()
                .filter(WindowsGuard::lets)
                .map(entry -> entry.principal().getName())
                .filter(name -> !isTrusted(name))
                .findFirst()
                .<Custody>map(name ->
                        new Custody.Faulty(new PolicyFault.WritableByOthers(facts.path, name)))
                .orElseGet(Custody.Administrators::new);
    }

    /// An entry that is only passed on to what is made inside lets nobody write here.
    private static boolean lets(AclEntry entry) {
        return entry.type() == AclEntryType.ALLOW
                && !entry.flags().contains(AclEntryFlag.INHERIT_ONLY)
                && entry.permissions().stream().anyMatch(WRITING::contains);
    }

    private static boolean isTrusted(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        int end = plain.indexOf('\\');
        return end > 0
                && AUTHORITIES.contains(plain.substring(0, end))
                && TRUSTED.contains(plain.substring(end + 1));
    }
}
