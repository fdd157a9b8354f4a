package nearside.storage.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.policy.Custody.Kind;
import nearside.storage.policy.WindowsGuard.Facts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;

/// The pure judgement; no list of rights of a real Windows was read here.
class WindowsGuardTest {
    private static final Path FILE = Path.of("policy.json");
    private static final String ADMINISTRATORS = "BUILTIN\\Administrators";
    private static final AclEntry SYSTEM =
            entry("NT AUTHORITY\\SYSTEM", AclEntryType.ALLOW, AclEntryPermission.values());
    private static final AclEntry READERS =
            entry("BUILTIN\\Users", AclEntryType.ALLOW, AclEntryPermission.READ_DATA);

    private record Named(String name) implements UserPrincipal {
        @Override
        public String getName() {
            return name;
        }
    }

    private static AclEntry entry(
            String name, AclEntryType type, AclEntryPermission... permissions) {
        return AclEntry.newBuilder()
                .setType(type)
                .setPrincipal(new Named(name))
                .setPermissions(permissions)
                .build();
    }

    private static Custody judged(String owner, AclEntry... acl) {
        Facts facts = new Facts(FILE, Kind.FILE, owner, List.of(acl));
        return new WindowsGuard().judged(facts, Kind.FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ADMINISTRATORS,
                "NT AUTHORITY\\SYSTEM",
                "NT SERVICE\\TrustedInstaller",
                "VORDEFINIERT\\Administratoren",
                "BUILTIN\\Administrateurs",
                "AUTORITE NT\\Système"
            })
    void whatAdministratorsOwnIsTheirs(String owner) {
        assertEquals(new Custody.Administrators(), judged(owner, SYSTEM, READERS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PC\\anna",
                "PC\\Administrators",
                "Administrators",
                "BUILTIN\\Users",
                "NT AUTHORITY\\Authenticated Users",
                "\\SYSTEM",
                ""
            })
    void whatSomebodyElseOwnsIsNot(String owner) {
        assertEquals(
                new Custody.Faulty(new PolicyFault.ForeignOwner(FILE, owner)),
                judged(owner, SYSTEM));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "WRITE_DATA",
                "APPEND_DATA",
                "DELETE",
                "DELETE_CHILD",
                "WRITE_ACL",
                "WRITE_OWNER"
            })
    void aRightToWriteForOthersIsAFault(AclEntryPermission permission) {
        AclEntry users = entry("BUILTIN\\Users", AclEntryType.ALLOW, permission);
        assertEquals(
                new Custody.Faulty(new PolicyFault.WritableByOthers(FILE, "BUILTIN\\Users")),
                judged(ADMINISTRATORS, SYSTEM, users));
    }

    @Test
    void whatIsDeniedOrOnlyPassedOnGivesNoRight() {
        AclEntry denied = entry("PC\\anna", AclEntryType.DENY, AclEntryPermission.WRITE_DATA);
        AclEntry passedOn =
                AclEntry.newBuilder(
                                entry(
                                        "CREATOR OWNER",
                                        AclEntryType.ALLOW,
                                        AclEntryPermission.values()))
                        .setFlags(Set.of(AclEntryFlag.INHERIT_ONLY, AclEntryFlag.FILE_INHERIT))
                        .build();
        assertEquals(
                new Custody.Administrators(), judged(ADMINISTRATORS, denied, passedOn, SYSTEM));
    }

    @Test
    void aFolderIsNoFile() {
        Facts facts = new Facts(FILE, Kind.FOLDER, ADMINISTRATORS, List.of());
        assertEquals(
                new Custody.Faulty(new PolicyFault.WrongKind(FILE)),
                new WindowsGuard().judged(facts, Kind.FILE));
    }
}
