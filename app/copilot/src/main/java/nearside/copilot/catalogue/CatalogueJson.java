package nearside.copilot.catalogue;

import com.google.gson.JsonObject;

import nearside.cloud.download.Source;
import nearside.copilot.catalogue.Entry.Title;
import nearside.copilot.catalogue.Traits.Shape;
import nearside.copilot.catalogue.Variant.Emphasis;
import nearside.copilot.catalogue.Variant.Pin;
import nearside.storage.json.StrictJson;
import nearside.storage.json.StrictJson.Reading;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the text of a catalogue: every key known, every value as expected. The form is described
/// in `docs/formats/catalogue.md`.
final class CatalogueJson {
    private static final int FORMAT = 1;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CatalogueJson() {}

    static Catalogue catalogue(String text) throws Unfit {
        CatalogueValue whole =
                new CatalogueValue("", object(text))
                        .only(Set.of("format", "serial", "issued", "models"));
        var _ = whole.at("format").whole(FORMAT, FORMAT);
        List<Entry> models = new ArrayList<>();
        CatalogueValue list = whole.at("models");
        for (CatalogueValue model : list.items(0, Catalogue.MOST_MODELS)) {
            models.add(entry(model));
        }
        Optional<String> repeated = Catalogue.repeatedId(models);
        if (repeated.isPresent()) {
            throw new Unfit(
                    new CatalogueFault.WrongValue(list.key(), "each id once", repeated.get()));
        }
        return new Catalogue(
                whole.at("serial").whole(1, Catalogue.MOST_SERIAL),
                whole.at("issued").date(),
                models);
    }

    private static JsonObject object(String text) throws Unfit {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            throw new Unfit(new CatalogueFault.NotJson("it begins with a byte order mark"));
        }
        return switch (StrictJson.object(text)) {
            case Reading.Malformed(String problem) ->
                    throw new Unfit(new CatalogueFault.NotJson(Term.shown(problem)));
            case Reading.Whole(JsonObject object, List<String> repeated) -> {
                if (!repeated.isEmpty()) {
                    String key = Term.shown(repeated.getFirst());
                    throw new Unfit(new CatalogueFault.DuplicateKey(key));
                }
                yield object;
            }
        };
    }

    private static Entry entry(CatalogueValue model) throws Unfit {
        var _ =
                model.only(
                        Set.of(
                                "id",
                                "name",
                                "family",
                                "description",
                                "licence",
                                "languages",
                                "window",
                                "parameters",
                                "shape",
                                "variants"));
        List<Variant> variants = new ArrayList<>();
        for (CatalogueValue variant : model.at("variants").items(1, Entry.MOST_VARIANTS)) {
            variants.add(variant(variant));
        }
        return new Entry(
                new Title(
                        model.at("id").text(Term.ID),
                        model.at("name").text(Term.NAME),
                        model.at("family").text(Term.NAME),
                        model.at("description").text(Term.DESCRIPTION)),
                licence(model.at("licence")),
                traits(model),
                variants);
    }

    private static Licence licence(CatalogueValue licence) throws Unfit {
        String id = licence.only(Set.of("id", "address")).at("id").text(Term.LICENCE);
        Optional<CatalogueValue> address = licence.find("address");
        return new Licence(
                id,
                address.isPresent()
                        ? Optional.of(URI.create(address.get().text(Term.ADDRESS)))
                        : Optional.empty());
    }

    private static Traits traits(CatalogueValue model) throws Unfit {
        List<String> languages = new ArrayList<>();
        CatalogueValue list = model.at("languages");
        for (CatalogueValue language : list.items(1, Traits.MOST_LANGUAGES)) {
            languages.add(language.text(Term.LANGUAGE));
        }
        if (Traits.hasRepeated(languages)) {
            throw list.wrong("each language once");
        }
        Optional<CatalogueValue> shape = model.find("shape");
        return new Traits(
                languages,
                model.at("window").whole(1, Traits.MOST_WINDOW),
                model.at("parameters").whole(1, Traits.MOST_PARAMETERS),
                shape.isPresent() ? Optional.of(shape(shape.get())) : Optional.empty());
    }

    private static Shape shape(CatalogueValue shape) throws Unfit {
        var _ = shape.only(Set.of("layers", "kv_heads", "head_size", "vocabulary"));
        return new Shape(
                shape.at("layers").whole(1, Shape.MOST_LAYERS),
                shape.at("kv_heads").whole(1, Shape.MOST_KV_HEADS),
                shape.at("head_size").whole(1, Shape.MOST_HEAD_SIZE),
                shape.at("vocabulary").whole(1, Shape.MOST_VOCABULARY));
    }

    private static Variant variant(CatalogueValue variant) throws Unfit {
        var _ =
                variant.only(
                        Set.of(
                                "id",
                                "accelerator",
                                "emphasis",
                                "repository",
                                "revision",
                                "folder",
                                "bytes",
                                "files"));
        Optional<CatalogueValue> emphasis = variant.find("emphasis");
        long bytes = variant.at("bytes").whole(1, Variant.MOST_BYTES);
        return new Variant(
                variant.at("id").text(Term.ID),
                variant.at("accelerator").oneOf(Variant.ACCELERATORS),
                emphasis.isPresent()
                        ? Optional.of(emphasis.get().oneOf(EnumSet.allOf(Emphasis.class)))
                        : Optional.empty(),
                new Source(
                        variant.at("repository").text(Term.REPOSITORY),
                        variant.at("revision").text(Term.REVISION),
                        variant.at("folder").text(Term.FOLDER)),
                bytes,
                pins(variant.find("files"), bytes));
    }

    private static List<Pin> pins(Optional<CatalogueValue> files, long bytes) throws Unfit {
        if (files.isEmpty()) {
            return List.of();
        }
        List<Pin> pins = new ArrayList<>();
        for (CatalogueValue file : files.get().items(1, Variant.MOST_FILES)) {
            pins.add(pin(file.only(Set.of("name", "size", "sha256"))));
        }
        if (Variant.hasRepeated(pins)) {
            throw files.get().wrong("each name once");
        }
        if (!Variant.isWhole(pins, bytes)) {
            throw files.get().wrong("sizes that make " + bytes + " together");
        }
        return pins;
    }

    private static Pin pin(CatalogueValue file) throws Unfit {
        return new Pin(
                file.at("name").text(Term.FILE),
                file.at("size").whole(1, Variant.MOST_BYTES),
                file.at("sha256").text(Term.SHA256));
    }
}
