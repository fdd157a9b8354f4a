package nearside.desktop.catalogue;

import nearside.cloud.download.HubFile;
import nearside.copilot.catalogue.Entry;
import nearside.copilot.catalogue.Home;
import nearside.copilot.catalogue.Licence;
import nearside.copilot.catalogue.Offered;
import nearside.copilot.catalogue.Variant;
import nearside.copilot.downloads.Provenance;
import nearside.copilot.fit.ExpectedSpeed;
import nearside.copilot.fit.FitLabel;
import nearside.copilot.fit.FitLabel.State;
import nearside.copilot.fit.Recommendation.Judged;
import nearside.copilot.models.InstalledModel;
import nearside.copilot.models.InstalledModel.Origin;
import nearside.desktop.catalogue.ModelLine.Card;
import nearside.desktop.catalogue.ModelLine.Deed;
import nearside.desktop.catalogue.ModelLine.FileLine;
import nearside.desktop.catalogue.ModelLine.Fit;
import nearside.desktop.catalogue.ModelLine.Page;
import nearside.desktop.catalogue.ModelLine.Place;
import nearside.desktop.catalogue.ModelLine.Traits;
import nearside.desktop.catalogue.Shelf.Installed;
import nearside.desktop.catalogue.Shelf.Seen;
import nearside.desktop.fit.FitWords;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;
import nearside.engine.accelerator.Provider;
import nearside.engine.folder.FolderCheck;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts what is known of models into lines.
///
/// @param coming ids of models on their way here
/// @param loaded the id of the model in memory; empty for none
record ModelText(
        Words words, Explain explain, Seen seen, Set<String> coming, Optional<String> loaded) {
    /// So many languages are named on a line.
    private static final int NAMED = 3;

    private static final double BILLION = 1e9;

    ModelText {
        coming = Set.copyOf(coming);
    }

    /// Those that are here first, then those that may be got in the order of the catalogue.
    List<ModelLine> lines() {
        Stream<ModelLine> here =
                seen.here().stream()
                        .map(it -> line(it.id(), seen.offers().find(it.id()), Optional.of(it)));
        Stream<ModelLine> elsewhere =
                seen.offers().offered().stream()
                        .filter(it -> seen.installed(it.variant().id()).isEmpty())
                        .map(it -> line(it.variant().id(), Optional.of(it), Optional.empty()));
        Stream<ModelLine> begun = seen.begun().stream().map(this::line);
        return Stream.of(here, begun, elsewhere).flatMap(it -> it).toList();
    }

    /// Nothing brings the rest of it.
    private ModelLine line(Shelf.Begun begun) {
        return new ModelLine(
                begun.id(),
                begun.id(),
                words.of("models.begun"),
                new Fit(Optional.empty(), "", "", ""),
                words.of("models.size.here", new Amounts(words).bytes(begun.bytes())),
                "",
                new Traits(Place.HERE, Optional.empty(), Set.of()),
                new Card(List.of(), List.of(), List.of()),
                coming.contains(begun.id()) ? Set.of() : Set.of(Deed.DISCARD));
    }

    private ModelLine line(String id, Optional<Offered> offered, Optional<Installed> installed) {
        Optional<FitLabel> label = label(id);
        return new ModelLine(
                id,
                offered.map(this::title).orElse(id),
                offered.map(this::about).orElseGet(() -> installed.map(this::about).orElse("")),
                label.map(this::fit)
                        .orElseGet(() -> new Fit(Optional.empty(), "", unknown(installed), "")),
                size(offered, installed),
                standing(id, offered, installed),
                new Traits(
                        installed.isPresent() ? Place.HERE : Place.ELSEWHERE,
                        offered.map(it -> it.variant().accelerator()),
                        offered.map(it -> Set.copyOf(it.entry().traits().languages()))
                                .orElse(Set.of())),
                new Card(
                        facts(offered, installed, label),
                        offered.map(this::pages).orElse(List.of()),
                        files(offered, installed)),
                deeds(id, offered, installed));
    }

    private Optional<FitLabel> label(String id) {
        return Stream.concat(seen.report().offered().stream(), seen.report().others().stream())
                .filter(it -> it.model().id().equals(id))
                .map(Judged::label)
                .findFirst();
    }

    private String title(Offered offered) {
        Entry entry = offered.entry();
        boolean alone = entry.variants().size() == 1;
        return alone
                ? entry.name()
                : words.of("models.title", entry.name(), form(offered.variant()));
    }

    private String form(Variant variant) {
        String form = madeFor(variant.accelerator());
        return variant.emphasis()
                .map(it ->
                        switch (it) {
                            case SPEED -> form;
                            case ACCURACY -> words.of("models.form.accuracy", form);
                        })
                .orElse(form);
    }

    private String madeFor(Provider provider) {
        return provider == Provider.CPU
                ? words.of("models.form.cpu")
                : words.of("models.form.gpu", provider.name());
    }

    private String about(Offered offered) {
        Entry entry = offered.entry();
        return words.of(
                "models.about",
                entry.title().description(),
                entry.licence().id(),
                languages(entry.traits().languages(), NAMED));
    }

    private String about(Installed installed) {
        return switch (installed.model().origin()) {
            case STARTER -> words.of("model.starter");
            case IMPORTED -> words.of("model.imported");
            case IN_PLACE -> words.of("model.in-place");
        };
    }

    private String languages(List<String> tags, int most) {
        String named =
                tags.stream()
                        .limit(most)
                        .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(words.locale()))
                        .collect(Collectors.joining(words.of("models.comma")));
        return tags.size() > most
                ? words.of("models.languages.more", named, tags.size() - most)
                : named;
    }

    private Fit fit(FitLabel label) {
        FitWords fit = new FitWords(words, explain, seen.offers());
        Amounts amounts = new Amounts(words);
        String why =
                label.state() == State.RUNS_WELL
                        ? words.of(
                                "models.fit.needs",
                                amounts.bytes(label.numbers().withMargin()),
                                amounts.bytes(label.numbers().memory().freeBytes()))
                        : Stream.concat(
                                        Stream.of(
                                                words.of(
                                                        "models.limits",
                                                        String.join(
                                                                words.of("models.comma"),
                                                                fit.limits(label)))),
                                        label.helps().stream().limit(1).map(fit::of))
                                .collect(Collectors.joining(words.of("models.then")));
        String missing = fit.missing(label.computing()).orElse("");
        return new Fit(
                Optional.of(label.state()),
                fit.of(label.state()),
                missing + why,
                speed(label.speed()));
    }

    private String speed(ExpectedSpeed speed) {
        Amounts amounts = new Amounts(words);
        return switch (speed) {
            case ExpectedSpeed.Measured(double _, double writing, var _) ->
                    words.of("models.speed.measured", amounts.rate(writing));
            case ExpectedSpeed.Derived(var _, var writing, String _) ->
                    words.of(
                            "models.speed.derived",
                            amounts.rate(writing.low()),
                            amounts.rate(writing.high()));
            case ExpectedSpeed.Unknown() -> "";
        };
    }

    /// A flawed folder, or one of which the catalogue does not say enough.
    private String unknown(Optional<Installed> installed) {
        return installed
                .flatMap(it -> flaw(it.model()))
                .orElseGet(() -> new FitWords(words, explain, seen.offers()).unknownShape());
    }

    private Optional<String> flaw(InstalledModel model) {
        return model.check() instanceof FolderCheck.Flawed(var flaw)
                ? Optional.of(words.of("model.flawed", explain.of(flaw).title()))
                : Optional.empty();
    }

    private String size(Optional<Offered> offered, Optional<Installed> installed) {
        Amounts amounts = new Amounts(words);
        return installed
                .map(it -> words.of("models.size.here", amounts.bytes(it.room().bytes())))
                .or(() -> offered.map(it -> amounts.bytes(it.variant().bytes())))
                .orElse("");
    }

    private String standing(String id, Optional<Offered> offered, Optional<Installed> installed) {
        if (coming.contains(id)) {
            return words.of("models.coming");
        }
        if (installed.isEmpty()) {
            return "";
        }
        if (outdated(offered, installed)) {
            return words.of("models.outdated");
        }
        if (id.equals(seen.inUse())) {
            return loaded.equals(Optional.of(id))
                    ? words.of("models.in-use")
                    : words.of("models.in-use.resting");
        }
        return words.of("models.here");
    }

    private static boolean outdated(Optional<Offered> offered, Optional<Installed> installed) {
        return offered.isPresent()
                && offered.get().home() instanceof Home.OnHub
                && installed
                        .flatMap(Installed::from)
                        .filter(it -> it.isOutdated(offered.get()))
                        .isPresent();
    }

    private Set<Deed> deeds(String id, Optional<Offered> offered, Optional<Installed> installed) {
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        if (installed.isPresent()) {
            deeds.addAll(deedsHere(id, installed.get()));
            if (outdated(offered, installed) && !coming.contains(id)) {
                deeds.add(Deed.UPDATE);
            }
        } else if (offered.isPresent() && !coming.contains(id)) {
            deeds.add(
                    switch (offered.get().home()) {
                        case Home.OnHub _ -> Deed.GET;
                        case Home.OnShare _ -> Deed.COPY;
                    });
        }
        return deeds;
    }

    private Set<Deed> deedsHere(String id, Installed installed) {
        Set<Deed> deeds = new HashSet<>();
        boolean sound = installed.model().check() instanceof FolderCheck.Sound;
        if (installed.model().origin() != Origin.STARTER) {
            deeds.add(Deed.REMOVE);
        }
        if (installed.from().isPresent()) {
            deeds.add(Deed.CHECK);
        }
        if (sound && !id.equals(seen.inUse())) {
            deeds.add(Deed.USE);
        }
        if (sound && id.equals(seen.inUse())) {
            boolean inMemory = loaded.equals(Optional.of(id));
            deeds.add(inMemory ? Deed.UNLOAD : Deed.LOAD);
            if (inMemory) {
                deeds.add(Deed.MEASURE);
            }
        }
        return deeds;
    }

    private List<String> facts(
            Optional<Offered> offered, Optional<Installed> installed, Optional<FitLabel> label) {
        List<String> facts = new ArrayList<>();
        offered.ifPresent(it -> facts.addAll(facts(it)));
        installed.ifPresent(it -> facts.addAll(facts(it)));
        label.ifPresent(it -> facts.addAll(facts(it)));
        return facts;
    }

    private List<String> facts(Offered offered) {
        Entry entry = offered.entry();
        return List.of(
                words.of("models.fact.window", entry.traits().window()),
                words.of(
                        "models.fact.parameters",
                        Math.round(entry.traits().parameters() / BILLION * 10) / 10.0),
                words.of(
                        "models.fact.languages",
                        languages(entry.traits().languages(), Integer.MAX_VALUE)),
                words.of("models.fact.made-for", form(offered.variant())),
                from(offered));
    }

    private String from(Offered offered) {
        var source = offered.variant().source();
        return switch (offered.home()) {
            case Home.OnHub on ->
                    words.of(
                            "models.fact.hub",
                            on.hub().base().getHost(),
                            source.repository(),
                            source.folder());
            case Home.OnShare on -> words.of("models.fact.share", on.folder(source).toString());
        };
    }

    private List<String> facts(Installed installed) {
        List<String> facts = new ArrayList<>();
        facts.add(words.of("models.fact.folder", installed.model().folder().toString()));
        installed
                .from()
                .ifPresent(it -> facts.add(words.of("models.fact.commit", it.plan().revision())));
        return facts;
    }

    private List<String> facts(FitLabel label) {
        FitWords fit = new FitWords(words, explain, seen.offers());
        List<String> facts = new ArrayList<>();
        facts.add(fit.memory(label.numbers()));
        facts.add(fit.disk(label.numbers().disk()));
        facts.add(fit.of(label.computing()));
        facts.add(fit.of(label.speed()));
        label.helps().forEach(help -> facts.add(words.of("models.fact.help", fit.of(help))));
        return facts;
    }

    private List<Page> pages(Offered offered) {
        Page page =
                new Page(
                        "models-page",
                        words.of("models.page"),
                        offered.home().page(offered.variant().source()).toString());
        Licence licence = offered.entry().licence();
        return Stream.concat(
                        Stream.of(page),
                        licence.address().stream()
                                .map(it ->
                                        new Page(
                                                "models-licence",
                                                words.of("models.licence", licence.id()),
                                                it.toString())))
                .toList();
    }

    private List<FileLine> files(Optional<Offered> offered, Optional<Installed> installed) {
        List<FileLine> fetched =
                installed.flatMap(Installed::from).map(this::files).orElse(List.of());
        List<FileLine> lying =
                fetched.isEmpty() ? installed.map(this::lying).orElse(List.of()) : fetched;
        return lying.isEmpty() && offered.isPresent()
                ? offered.get().variant().files().stream()
                        .map(pin -> file(pin.name(), pin.size(), pin.sha256()))
                        .toList()
                : lying;
    }

    private List<FileLine> files(Provenance from) {
        return from.plan().files().stream().map(this::file).toList();
    }

    private FileLine file(HubFile file) {
        String kind =
                switch (file.sum().kind()) {
                    case SHA_256 -> words.of("models.sum.sha", file.sum().hex());
                    case GIT_BLOB -> words.of("models.sum.git", file.sum().hex());
                };
        return new FileLine(file.name(), new Amounts(words).size(file.size()), kind);
    }

    private List<FileLine> lying(Installed installed) {
        return installed.sizes().entrySet().stream()
                .map(it -> new FileLine(it.getKey(), new Amounts(words).size(it.getValue()), ""))
                .toList();
    }

    private FileLine file(String name, long bytes, String sha256) {
        return new FileLine(
                name, new Amounts(words).size(bytes), words.of("models.sum.sha", sha256));
    }
}
