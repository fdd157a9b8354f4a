package nearside.storage.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The policies of several files, put together by the stricter of each two rules.
///
/// @param all with the file that each one came from, in the order of their names
record PolicyParts(List<Part> all, List<PolicyFault> faults) {
    PolicyParts {
        all = List.copyOf(all);
        faults = List.copyOf(faults);
    }

    record Part(Path path, Policy policy) {}

    static PolicyParts of(PolicyTexts found) {
        List<PolicyFault> faults = new ArrayList<>(found.faults());
        List<Part> parts = new ArrayList<>();
        for (PolicyTexts.PolicyText file : found.texts()) {
            PolicyReader.read(file.path(), file.text(), faults::add)
                    .ifPresent(policy -> parts.add(new Part(file.path(), policy)));
        }
        faults.addAll(conflicts(parts));
        return new PolicyParts(parts, faults);
    }

    /// Of at least one part, without conflicts.
    PolicyState.Valid merged() {
        Policy policy = all.stream().map(Part::policy).reduce(Policy.OPEN, Stricter::of);
        return new PolicyState.Valid(policy, all.stream().map(Part::path).toList());
    }

    /// Of two different values of these no one is the stricter.
    private static List<PolicyFault> conflicts(List<Part> parts) {
        List<PolicyFault> all = new ArrayList<>();
        all.addAll(differing(parts, PolicyParts::placeKey, it -> it.models().place()));
        all.addAll(differing(parts, PolicyKey.MODELS_KEY, it -> it.models().key()));
        all.addAll(differing(parts, PolicyKey.PROXY, it -> it.route().proxy()));
        all.addAll(differing(parts, PolicyKey.CA, it -> it.route().ca()));
        all.addAll(differing(parts, PolicyKey.RUNTIME, Policy::runtime));
        all.addAll(days(parts));
        return all;
    }

    /// An address and a folder contradict each other, too.
    private static PolicyKey placeKey(Policy policy) {
        return policy.models()
                .place()
                .map(place ->
                        switch (place) {
                            case Policy.Place.Address _ -> PolicyKey.MODELS_BASE;
                            case Policy.Place.Folder _ -> PolicyKey.MODELS_FOLDER;
                        })
                .orElse(PolicyKey.MODELS_BASE);
    }

    private static List<PolicyFault> differing(
            List<Part> parts, PolicyKey key, Function<Policy, Optional<?>> value) {
        return differing(parts, _ -> key, value);
    }

    private static List<PolicyFault> differing(
            List<Part> parts,
            Function<Policy, PolicyKey> key,
            Function<Policy, Optional<?>> value) {
        List<PolicyFault> all = new ArrayList<>();
        List<Part> saying =
                parts.stream().filter(part -> value.apply(part.policy()).isPresent()).toList();
        for (Part part : saying) {
            Part first = saying.getFirst();
            if (!value.apply(part.policy()).equals(value.apply(first.policy()))) {
                String name = key.apply(part.policy()).path();
                all.add(new PolicyFault.Conflict(part.path(), name, first.path()));
            }
        }
        return all;
    }

    private static List<PolicyFault> days(List<Part> parts) {
        List<PolicyFault> all = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) {
            for (Part before : parts.subList(0, i)) {
                Part part = parts.get(i);
                if (part.policy().retention().and(before.policy().retention()).isEmpty()) {
                    all.add(
                            new PolicyFault.Conflict(
                                    part.path(), PolicyKey.MOST_DAYS.path(), before.path()));
                }
            }
        }
        return all;
    }
}
