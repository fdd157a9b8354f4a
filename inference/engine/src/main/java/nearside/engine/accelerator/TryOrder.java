package nearside.engine.accelerator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// The order in which providers are tried: the first that is faster than the processor is taken.
///
/// @param providers those that stand after the processor are never tried
/// @param unknown names that a person wrote and nobody knows
public record TryOrder(List<Provider> providers, List<String> unknown) {
    public static final TryOrder DEFAULT =
            new TryOrder(
                    List.of(Provider.DIRECTML, Provider.CUDA, Provider.COREML, Provider.CPU),
                    List.of());

    public TryOrder {
        providers = List.copyOf(providers);
        unknown = List.copyOf(unknown);
    }

    /// By the names that a person wrote.
    ///
    /// @param words empty for the default order
    public static TryOrder of(List<String> words) {
        if (words.isEmpty()) {
            return DEFAULT;
        }
        SequencedSet<Provider> known = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String word : words) {
            Optional<Provider> provider = Provider.of(word);
            provider.ifPresentOrElse(known::add, () -> unknown.add(word));
        }
        return new TryOrder(List.copyOf(known), unknown);
    }

    /// What is to be tried of what is there, the first first.
    public List<Device> toTry(List<Device> there) {
        return toTry(there, Device::provider);
    }

    /// The same of what has a provider.
    public <T> List<T> toTry(List<T> there, Function<T, Provider> provider) {
        Stream<Provider> before = providers.stream().takeWhile(next -> next != Provider.CPU);
        return before.flatMap(next -> there.stream().filter(it -> provider.apply(it) == next))
                .toList();
    }
}
