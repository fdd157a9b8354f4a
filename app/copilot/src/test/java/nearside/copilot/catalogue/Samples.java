package nearside.copilot.catalogue;

import nearside.cloud.download.Source;
import nearside.copilot.catalogue.Entry.Title;
import nearside.copilot.catalogue.Traits.Shape;
import nearside.copilot.catalogue.Variant.Emphasis;
import nearside.copilot.catalogue.Variant.Pin;
import nearside.engine.accelerator.Provider;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Catalogues for tests.
final class Samples {
    static final Path MODELS = Path.of(System.getProperty("nearside.models"));

    /// With every key that there is.
    static final String WHOLE =
            """
            {
              "format": 1,
              "serial": 7,
              "issued": "2026-01-31",
              "models": [
                {
                  "id": "tiny",
                  "name": "Tiny",
                  "family": "Small ones",
                  "description": "Für Proben: 模型, نموذج.",
                  "licence": {"id": "MIT", "address": "https://licence.example/mit"},
                  "languages": ["en", "zh-Hant"],
                  "window": 4096,
                  "parameters": 1000000,
                  "shape": {"layers": 2, "kv_heads": 4, "head_size": 16, "vocabulary": 32064},
                  "variants": [
                    {
                      "id": "tiny-cpu-int4",
                      "accelerator": "cpu",
                      "emphasis": "speed",
                      "repository": "owner/tiny.onnx_1",
                      "revision": "0123456789abcdef0123456789abcdef01234567",
                      "folder": "cpu/int4",
                      "bytes": 30,
                      "files": [
                        {"name": "model.onnx", "size": 10, "sha256": "%1$s"},
                        {"name": "tokenizer.json", "size": 20, "sha256": "%1$s"}
                      ]
                    }
                  ]
                }
              ]
            }
            """
                    .formatted("ab".repeat(32));

    private Samples() {}

    /// The one that `WHOLE` is.
    static Catalogue whole() {
        String sum = "ab".repeat(32);
        return new Catalogue(
                7,
                LocalDate.of(2026, 1, 31),
                List.of(
                        new Entry(
                                new Title("tiny", "Tiny", "Small ones", "Für Proben: 模型, نموذج."),
                                new Licence(
                                        "MIT",
                                        Optional.of(URI.create("https://licence.example/mit"))),
                                new Traits(
                                        List.of("en", "zh-Hant"),
                                        4_096,
                                        1_000_000,
                                        Optional.of(new Shape(2, 4, 16, 32_064))),
                                List.of(
                                        new Variant(
                                                "tiny-cpu-int4",
                                                Provider.CPU,
                                                Optional.of(Emphasis.SPEED),
                                                new Source(
                                                        "owner/tiny.onnx_1",
                                                        "0123456789abcdef0123456789abcdef01234567",
                                                        "cpu/int4"),
                                                30,
                                                List.of(
                                                        new Pin("model.onnx", 10, sum),
                                                        new Pin("tokenizer.json", 20, sum)))))));
    }

    /// One model with one variant and nothing that may be left out.
    static Entry entry(String id, String variant) {
        return new Entry(
                new Title(id, id, id, "What is said of it."),
                new Licence("MIT", Optional.empty()),
                new Traits(List.of("en"), 4_096, 1_000_000, Optional.empty()),
                List.of(variant(variant)));
    }

    static Variant variant(String id) {
        return variant(id, new Source("owner/" + id, "main", "cpu"));
    }

    static Variant variant(String id, Source source) {
        return new Variant(id, Provider.CPU, Optional.empty(), source, 30, List.of());
    }

    static Catalogue catalogue(long serial, Entry... models) {
        return new Catalogue(serial, LocalDate.of(2026, 1, 31), List.of(models));
    }

    /// A valid one with that serial.
    static String text(long serial) {
        return WHOLE.replace("\"serial\": 7", "\"serial\": " + serial);
    }

    /// The one that comes with the program.
    static byte[] builtIn() throws IOException {
        return Files.readAllBytes(MODELS.resolve(CatalogueFolder.CATALOGUE));
    }

    static byte[] builtInSignature() throws IOException {
        return Files.readAllBytes(
                MODELS.resolve(CatalogueFolder.CATALOGUE + CatalogueFolder.SIGNED));
    }
}
