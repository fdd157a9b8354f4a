package nearside.desktop.settings;

import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;
import nearside.storage.policy.Policy;
import nearside.storage.policy.PolicyState;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a policy locks, in sentences, and where it stands.
record Locks(Words words) {
    /// Empty where it locks nothing.
    List<String> of(PolicyState state) {
        Policy policy = state.policy();
        List<String> all = new ArrayList<>();
        if (policy.network() == Policy.Network.OFFLINE) {
            all.add(words.of("locks.offline"));
        }
        switch (policy.cloud().use()) {
            case ASK -> all.add(words.of("locks.ask"));
            case FORBIDDEN -> all.add(words.of("locks.forbidden"));
            case ALLOWED -> {}
        }
        policy.cloud()
                .endpoints()
                .filter(servers -> !servers.isEmpty())
                .ifPresent(servers -> all.add(words.of("locks.endpoints", listed(servers))));
        caps(policy.cloud().caps(), all);
        policy.models()
                .allow()
                .ifPresent(ids ->
                        all.add(
                                ids.isEmpty()
                                        ? words.of("locks.models.none")
                                        : words.of("locks.models", listed(ids))));
        place(policy.models(), all);
        if (policy.export() == Policy.Export.FORBIDDEN) {
            all.add(words.of("locks.export"));
        }
        policy.retention().leastDays().ifPresent(days -> all.add(words.of("locks.least", days)));
        policy.retention().mostDays().ifPresent(days -> all.add(words.of("locks.most", days)));
        return List.copyOf(all);
    }

    /// Where the policy stands; empty where there is none.
    String source(PolicyState state) {
        return switch (state) {
            case PolicyState.None() -> "";
            case PolicyState.Valid(Policy _, List<Path> files) ->
                    words.of("locks.source", listed(files));
            case PolicyState.Restricted(var faults) ->
                    words.of("locks.restricted", faults.getFirst().path());
        };
    }

    private void place(Policy.Models models, List<String> all) {
        models.place()
                .ifPresent(place ->
                        all.add(
                                switch (place) {
                                    case Policy.Place.Address(URI base) ->
                                            words.of("locks.place", base);
                                    case Policy.Place.Folder(Path path) ->
                                            words.of("locks.place", path);
                                }));
        models.storage()
                .filter(servers -> !servers.isEmpty())
                .ifPresent(servers -> all.add(words.of("locks.storage", listed(servers))));
    }

    private void caps(Policy.Caps caps, List<String> all) {
        Amounts amounts = new Amounts(words);
        caps.usdPerDay().ifPresent(usd -> all.add(words.of("locks.day", amounts.usd(usd))));
        caps.usdPerMonth().ifPresent(usd -> all.add(words.of("locks.month", amounts.usd(usd))));
        caps.tokensPerRequest().ifPresent(most -> all.add(words.of("locks.tokens", most)));
    }

    private static String listed(List<?> all) {
        return all.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
