package nearside.copilot.borrow.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.contract.Campaign;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Of what is labelled, at least 99 in 100 of each kind are masked, and every answer gets its
/// values back. 2,100 texts in the everyday run; more by
///
/// `mvn -pl app/copilot -am test -Dtest=MaskCampaign -Dnearside.seeds=1-70000
/// -Dsurefire.failIfNoSpecifiedTests=false`
class MaskCampaign {
    private static final double LEAST = .99;
    private static final String MADE_UP = "sk-test-0123456789";

    private final Campaign campaign =
            Campaign.of("masks.csv", "kind,sort,found,restored", 300L * Kind.values().length);

    @Test
    void whatNamesSomebodyIsMaskedAndComesBack() throws Exception {
        Map<Kind, List<Boolean>> found = new EnumMap<>(Kind.class);
        List<String> missed = new ArrayList<>();
        for (long seed : campaign.seeds().toArray()) {
            Labelled labelled = Labelled.of(seed);
            Mask mask = new Mask("US", List.of(labelled.text()));
            String masked = mask.apply(labelled.text());
            boolean hidden = !masked.contains(labelled.value());
            found.computeIfAbsent(labelled.kind(), _ -> new ArrayList<>()).add(hidden);
            if (!hidden) {
                missed.add(labelled.sort() + " " + labelled.text());
            }
            assertEquals(labelled.text(), restored(mask, masked, seed), "seed " + seed);
            campaign.row(seed, labelled.kind(), labelled.sort(), hidden, true);
        }
        found.forEach((kind, each) -> {
            double rate = (double) Collections.frequency(each, true) / each.size();
            assertTrue(rate >= LEAST, kind + " " + rate + " " + missed);
        });
    }

    /// As it would come in pieces.
    private static String restored(Mask mask, String masked, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Unmasking unmasking = mask.unmasking();
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < masked.length(); ) {
            int to = Math.min(masked.length(), at + 1 + random.nextInt(6));
            all.append(unmasking.add(masked.substring(at, to)));
            at = to;
        }
        return all + unmasking.end();
    }

    /// This program's own sources, as somebody would paste them, but for the mask and its tests. A
    /// made-up key in them is one: it is taken out before.
    @Test
    void nothingIsMaskedInCode() throws IOException {
        Path root = Path.of(System.getProperty("nearside.models")).resolveSibling("");
        List<String> masked = new ArrayList<>();
        int read = 0;
        try (Stream<Path> files = Files.walk(root.toAbsolutePath().normalize())) {
            for (Path file : files.filter(MaskCampaign::isSource).toList()) {
                String pasted = "Why?\n\n```java\n" + source(file) + "\n```\n";
                Mask mask = new Mask("US", List.of(pasted));
                if (!mask.apply(pasted).equals(pasted)) {
                    masked.add(
                            file
                                    + " "
                                    + mask.counts()
                                    + mask.findings(pasted).stream()
                                            .map(it -> pasted.substring(it.from(), it.to()))
                                            .toList());
                }
                read++;
            }
        }
        assertTrue(read > 300, "sources read: " + read);
        assertEquals(List.of(), masked);
    }

    private static String source(Path file) throws IOException {
        return Files.readString(file).replace(MADE_UP, "");
    }

    private static boolean isSource(Path file) {
        String path = file.toString();
        return path.endsWith(".java") && !path.contains("/target/") && !path.contains("/mask/");
    }
}
