package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.copilot.catalogue.InForce;
import nearside.copilot.catalogue.Offered;
import nearside.copilot.fit.FitLabel;
import nearside.copilot.fit.Recommendation;
import nearside.copilot.fit.Recommendation.Judged;
import nearside.desktop.fit.FitWords;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What `models catalogue` prints: the recommendation first, then each model in the order of the
/// catalogue.
///
/// @param here ids of the models on this device
record CatalogueReport(
        InForce.Offers offers, List<Judged> judged, Set<String> here, FitWords words) {
    CatalogueReport {
        judged = List.copyOf(judged);
        here = Set.copyOf(here);
    }

    private Recommendation recommendation() {
        return Recommendation.of(judged);
    }

    private Optional<FitLabel> label(Offered offered) {
        return judged.stream()
                .filter(it -> it.model().id().equals(offered.variant().id()))
                .map(Judged::label)
                .findFirst();
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(words.of(recommendation()));
        for (Offered offered : offers.all()) {
            lines.add("");
            lines.addAll(lines(offered));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private List<String> lines(Offered offered) {
        List<String> lines = new ArrayList<>();
        Optional<FitLabel> label = label(offered);
        String title = offered.variant().id() + " (" + offered.entry().name() + ")";
        lines.add(title + ": " + label.map(this::state).orElse(words.unknownShape()));
        label.ifPresent(it -> lines.addAll(details(it).stream().map(line -> "  " + line).toList()));
        return lines;
    }

    private String state(FitLabel label) {
        List<String> limits = words.limits(label);
        return words.of(label.state())
                + (limits.isEmpty() ? "" : " – " + String.join(", ", limits));
    }

    private List<String> details(FitLabel label) {
        List<String> lines = new ArrayList<>();
        lines.add(words.disk(label.numbers().disk()));
        lines.add(words.memory(label.numbers()));
        lines.add(words.of(label.computing()));
        lines.add(words.of(label.speed()));
        label.helps().forEach(help -> lines.add("- " + words.of(help)));
        return lines;
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.add("recommendation", recommended());
        JsonArray models = new JsonArray();
        offers.all().forEach(it -> models.add(entry(it)));
        json.add("models", models);
        return json;
    }

    private JsonObject recommended() {
        JsonObject json = new JsonObject();
        Recommendation recommendation = recommendation();
        switch (recommendation) {
            case Recommendation.Take take -> json.addProperty("id", take.model().id());
            case Recommendation.Stay stay -> json.addProperty("nearest", stay.nearest().id());
            case Recommendation.Nothing() -> {}
        }
        json.addProperty("sentence", words.of(recommendation));
        return json;
    }

    private JsonObject entry(Offered offered) {
        JsonObject json = new JsonObject();
        json.addProperty("id", offered.variant().id());
        json.addProperty("model", offered.entry().id());
        json.addProperty("name", offered.entry().name());
        json.addProperty("family", offered.entry().title().family());
        json.addProperty("licence", offered.entry().licence().id());
        json.addProperty("made_for", offered.variant().accelerator().word());
        json.addProperty("bytes", offered.variant().bytes());
        json.addProperty("window", offered.entry().traits().window());
        json.addProperty("here", here.contains(offered.variant().id()));
        label(offered).ifPresent(label -> json.add("fit", new FitJson(words).of(label)));
        return json;
    }
}
