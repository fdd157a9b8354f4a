package nearside.copilot.catalogue;

import nearside.copilot.catalogue.CatalogueReading.Accepted;
import nearside.copilot.catalogue.CatalogueReading.Refused;
import nearside.engine.accelerator.Provider;
import nearside.storage.policy.Policy;
import nearside.storage.policy.Policy.BuiltIn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which models may be got here.
public sealed interface InForce {
    /// What may be got; the company's first where there are its own.
    record Offers(List<Offered> all) implements InForce {
        public Offers {
            all = List.copyOf(all);
        }
    }

    /// Nothing, since the catalogue that counts is not sound. Another never steps in for it.
    record Nothing(CatalogueFault fault) implements InForce {}

    /// The variant of that id, if it may be got.
    default Optional<Offered> find(String id) {
        return offered().stream().filter(each -> each.variant().id().equals(id)).findFirst();
    }

    /// The first variant that is made for that kind of device.
    default Optional<Offered> first(Provider accelerator) {
        return offered().stream()
                .filter(each -> each.variant().accelerator() == accelerator)
                .findFirst();
    }

    /// What may be got; nothing where the catalogue is not sound.
    default List<Offered> offered() {
        return switch (this) {
            case Offers(List<Offered> all) -> all;
            case Nothing _ -> List.of();
        };
    }

    /// The same with what would come from the public hub coming from there.
    default InForce from(Home.OnHub own) {
        return switch (this) {
            case Nothing _ -> this;
            case Offers(List<Offered> all) ->
                    new Offers(
                            all.stream()
                                    .map(it -> it.home().equals(Home.PUBLIC) ? it.at(own) : it)
                                    .toList());
        };
    }

    /// What counts, of the program's own catalogue and the one at the place that a policy names.
    ///
    /// @param placed empty where none lies there
    static InForce of(
            CatalogueReading builtIn, Optional<CatalogueReading> placed, Policy.Models policy) {
        if (placed.isEmpty()) {
            return isExpected(policy)
                    ? new Nothing(new CatalogueFault.Missing())
                    : of(builtIn, Home.of(policy), policy);
        }
        InForce own = of(placed.get(), Home.of(policy), policy);
        return own instanceof Offers(List<Offered> all)
                        && placed.get() instanceof Accepted(Catalogue company)
                        && policy.builtIn().equals(Optional.of(BuiltIn.STAYS))
                ? of(builtIn, Home.PUBLIC, policy).after(all, company)
                : own;
    }

    /// Who names a key for a place has a catalogue there: whoever can take it away shall not bring
    /// back what it replaced.
    private static boolean isExpected(Policy.Models policy) {
        return policy.key().isPresent() && policy.place().isPresent();
    }

    private static InForce of(CatalogueReading reading, Home home, Policy.Models policy) {
        return switch (reading) {
            case Refused(CatalogueFault fault) -> new Nothing(fault);
            case Accepted(Catalogue catalogue) ->
                    new Offers(
                            catalogue.models().stream()
                                    .flatMap(entry ->
                                            entry.variants().stream()
                                                    .map(it -> new Offered(entry, it, home)))
                                    .filter(it -> isAllowed(it.variant().id(), policy))
                                    .toList());
        };
    }

    private static boolean isAllowed(String id, Policy.Models policy) {
        return policy.allow().map(ids -> ids.contains(id)).orElse(true);
    }

    /// Those that a company does not name itself, behind its own.
    private InForce after(List<Offered> first, Catalogue company) {
        Set<String> taken =
                company.models().stream().flatMap(Entry::ids).collect(Collectors.toSet());
        return switch (this) {
            case Nothing _ -> this;
            case Offers(List<Offered> all) ->
                    new Offers(
                            Stream.concat(
                                            first.stream(),
                                            all.stream()
                                                    .filter(it -> !taken.contains(it.entry().id()))
                                                    .filter(it ->
                                                            !taken.contains(it.variant().id())))
                                    .toList());
        };
    }
}
