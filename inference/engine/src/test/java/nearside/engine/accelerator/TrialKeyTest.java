package nearside.engine.accelerator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class TrialKeyTest {
    private static TrialKey key(Provider provider, String... parts) {
        return new TrialKey(new Device(provider, parts[0], parts[1]), parts[2], parts[3]);
    }

    @Test
    void anyChangeIsAnotherKey() {
        Stream<TrialKey> keys =
                Stream.of(
                        key(Provider.CUDA, "GPU", "580", "1.29.0", "abc"),
                        key(Provider.DIRECTML, "GPU", "580", "1.29.0", "abc"),
                        key(Provider.CUDA, "GPU 2", "580", "1.29.0", "abc"),
                        key(Provider.CUDA, "GPU", "581", "1.29.0", "abc"),
                        key(Provider.CUDA, "GPU", "580", "1.30.0", "abc"),
                        key(Provider.CUDA, "GPU", "580", "1.29.0", "abd"),
                        key(Provider.CUDA, "GPU5", "80", "1.29.0", "abc"));
        Set<String> names = keys.map(TrialKey::name).collect(Collectors.toSet());
        assertEquals(7, names.size());
        assertTrue(names.stream().allMatch(name -> name.matches("[0-9a-f]{64}")));
    }

    @Test
    void theSamePartsAreTheSameKey() {
        assertEquals(
                key(Provider.CUDA, "GPU", "580", "1.29.0", "abc").name(),
                key(Provider.CUDA, "GPU", "580", "1.29.0", "abc").name());
    }
}
