package nearside.copilot.borrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.cloud.FarModel;
import nearside.cloud.outbound.Key;
import nearside.cloud.outbound.Origin;
import nearside.storage.Profile;
import nearside.storage.far.FarEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a person set up can be borrowed, in that order, with its key for its own far side.
class LendersTest {
    private static final URI AZURE =
            URI.create("https://mine.openai.azure.com/openai/deployments/x?api-version=2");

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    private static FarEntry cloud() {
        return new FarEntry(
                "b",
                "Work",
                FarEntry.Whose.CLOUD,
                new FarEntry.Door(
                        AZURE,
                        FarEntry.Header.API_KEY,
                        Optional.of(new FarEntry.Secret("secret-1"))),
                new FarEntry.Model("gpt", FarEntry.Dialect.OPENAI, 128_000),
                Optional.of(new FarEntry.Price(new BigDecimal("0.25"), BigDecimal.TWO, DAY)));
    }

    private static FarEntry own() {
        return new FarEntry(
                "a",
                "The tower",
                FarEntry.Whose.MY_DEVICE,
                new FarEntry.Door(
                        URI.create("http://192.168.1.20:11434/v1"),
                        FarEntry.Header.BEARER,
                        Optional.empty()),
                new FarEntry.Model("qwen", FarEntry.Dialect.COMPATIBLE, 8_192),
                Optional.empty());
    }

    @Test
    void theyComeInTheOrderThatThePersonChose(@TempDir Path folder) {
        try (Profile profile = Profile.open(folder)) {
            profile.farModels().keep(cloud());
            profile.farModels().keep(own());
            assertEquals(
                    List.of(Lenders.of(cloud()), Lenders.of(own())),
                    new Lenders(profile.farModels()).all());
        }
    }

    @Test
    void nothingOfThemIsLost() {
        assertEquals(
                new Lender(
                        "b",
                        new FarModel(
                                "Work",
                                AZURE,
                                "gpt",
                                FarModel.Dialect.OPENAI,
                                Optional.of(
                                        new Key(
                                                new Origin("https", "mine.openai.azure.com", 443),
                                                Key.Header.API_KEY,
                                                "secret-1")),
                                128_000),
                        Lender.Whose.CLOUD,
                        Optional.of(new Price(new BigDecimal("0.25"), BigDecimal.TWO, DAY))),
                Lenders.of(cloud()));
        assertEquals(
                new Lender(
                        "a",
                        new FarModel(
                                "The tower",
                                URI.create("http://192.168.1.20:11434/v1"),
                                "qwen",
                                FarModel.Dialect.COMPATIBLE,
                                Optional.empty(),
                                8_192),
                        Lender.Whose.MY_DEVICE,
                        Optional.empty()),
                Lenders.of(own()));
    }
}
