package nearside.desktop.start;

import nearside.engine.pack.PackFinding;
import nearside.engine.pack.PackFlaw;
import nearside.engine.pack.PackLook;
import nearside.storage.policy.PolicySource;

import java.nio.file.Path;
import java.util.Optional;

/// The pack that a policy names: native code, which nobody but administrators may exchange.
record NamedPack(PackLook look, PolicySource policy) {
    Optional<PackFinding> find() {
        return policy.state().policy().runtime().map(this::guarded);
    }

    private PackFinding guarded(Path folder) {
        PackFinding found = look.of(folder);
        return switch (found) {
            case PackFinding.Unusable _ -> found;
            case PackFinding.Usable _ ->
                    policy.faultIn(folder)
                            .<PackFinding>map(fault ->
                                    new PackFinding.Unusable(
                                            folder,
                                            new PackFlaw.Unguarded(fault.path().toString())))
                            .orElse(found);
        };
    }
}
