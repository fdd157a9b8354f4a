package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import nearside.engine.pack.PackFinding;
import nearside.engine.pack.PackFlaw;
import nearside.engine.pack.PackLook;
import nearside.storage.policy.PolicyFault;
import nearside.storage.policy.PolicySource;
import nearside.storage.policy.PolicyTexts;
import nearside.storage.policy.PolicyTexts.PolicyText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class NamedPackTest {
    @TempDir Path temp;

    /// @param foreign the file that is not the administrators'
    private record Given(String text, Optional<Path> foreign) implements PolicySource {
        @Override
        public List<Path> places() {
            return List.of(Path.of("/policy"));
        }

        @Override
        public PolicyTexts look() {
            return new PolicyTexts(
                    List.of(new PolicyText(Path.of("/policy/rules.json"), text)), List.of());
        }

        @Override
        public Optional<PolicyFault> fault(Path named) {
            return foreign.filter(named::equals)
                    .map(it -> new PolicyFault.WritableByOthers(it, "666"));
        }
    }

    private Optional<PackFinding> find(String policy, Optional<Path> foreign) {
        return new NamedPack(new PackLook("Linux"), new Given(policy, foreign)).find();
    }

    private String naming(Path folder) {
        return "{\"accelerators\": {\"runtime\": \"" + folder + "\"}}";
    }

    private Path pack() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("pack"));
        for (String library : List.of("", "4j_jni", "_providers_shared", "_providers_cuda")) {
            Files.writeString(folder.resolve("libonnxruntime" + library + ".so"), "x");
        }
        return folder;
    }

    @Test
    void aPolicyThatNamesNoneFindsNone() {
        assertEquals(Optional.empty(), find("{}", Optional.empty()));
    }

    @Test
    void oneThatIsTheAdministratorsIsUsable() throws IOException {
        PackFinding found = find(naming(pack()), Optional.empty()).orElseThrow();
        assertInstanceOf(PackFinding.Usable.class, found);
    }

    @Test
    void oneFileThatOthersCanWriteIsEnoughToLeaveIt() throws IOException {
        Path library = pack().resolve("libonnxruntime_providers_cuda.so");
        assertEquals(
                Optional.of(
                        new PackFinding.Unusable(
                                temp.resolve("pack"), new PackFlaw.Unguarded(library.toString()))),
                find(naming(pack()), Optional.of(library)));
    }

    @Test
    void oneThatIsNotThereIsToldAndHasNoOtherFault() {
        Path none = temp.resolve("none");
        assertEquals(
                Optional.of(new PackFinding.Unusable(none, new PackFlaw.Unreadable())),
                find(naming(none), Optional.of(none)));
    }

    @Test
    void aPolicyThatIsWrongNamesNone() throws IOException {
        assertEquals(
                Optional.empty(),
                find(naming(pack()).replace("}}", "}, \"unknown\": 1}"), Optional.empty()));
    }

    @Test
    void theNamedOneComesBeforeThoseBesideTheProgram() throws IOException {
        PackFinding beside = new PackFinding.Unusable(temp, new PackFlaw.NoAccelerator());
        Installation installation =
                new Installation(temp.resolve("starter"), List.of("nothing"), List.of(beside));
        List<PackFinding> packs =
                installation.under(new Given(naming(pack()), Optional.empty())).packs();
        assertEquals(
                List.of(temp.resolve("pack"), temp),
                packs.stream().map(PackFinding::folder).toList());
    }
}
