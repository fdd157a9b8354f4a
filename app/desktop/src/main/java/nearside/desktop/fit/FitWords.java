package nearside.desktop.fit;

import nearside.copilot.catalogue.InForce;
import nearside.copilot.catalogue.Offered;
import nearside.copilot.fit.Computing;
import nearside.copilot.fit.Computing.Aside;
import nearside.copilot.fit.Computing.Why;
import nearside.copilot.fit.ExpectedSpeed;
import nearside.copilot.fit.ExpectedSpeed.Range;
import nearside.copilot.fit.FitLabel;
import nearside.copilot.fit.FitLabel.Limit;
import nearside.copilot.fit.FitLabel.Numbers;
import nearside.copilot.fit.FitLabel.State;
import nearside.copilot.fit.Help;
import nearside.copilot.fit.Recommendation;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Standing;

import java.util.List;
import java.util.Optional;

/// Sentences for how a model that is not here yet would get on.
///
/// @param inForce by which ids have names
public record FitWords(Words words, Explain explain, InForce inForce) {
    public String of(State state) {
        return switch (state) {
            case RUNS_WELL -> words.of("fit.runs-well");
            case TIGHT -> words.of("fit.tight");
            case DOES_NOT_FIT -> words.of("fit.does-not-fit");
        };
    }

    /// Its shape is not known.
    public String unknownShape() {
        return words.of("fit.unknown");
    }

    /// Why it does not run well, in the order of the limits; none where it does.
    public List<String> limits(FitLabel label) {
        return label.limits().stream().sorted().map(this::of).toList();
    }

    private String of(Limit limit) {
        return switch (limit) {
            case MEMORY -> words.of("fit.limit.memory");
            case WINDOW -> words.of("fit.limit.window");
            case SPEED -> words.of("fit.limit.speed");
            case DISK -> words.of("fit.limit.disk");
        };
    }

    /// What memory it takes and what there is.
    public String memory(Numbers numbers) {
        Amounts amounts = new Amounts(words);
        return words.of(
                "fit.memory",
                amounts.bytes(numbers.withMargin()),
                amounts.bytes(numbers.weights()),
                numbers.wanted().tokens(),
                amounts.bytes(numbers.cache()),
                amounts.bytes(numbers.margin()),
                amounts.bytes(numbers.memory().freeBytes()),
                amounts.bytes(numbers.memory().totalBytes()));
    }

    /// What has to come and what room there is.
    public String disk(FitLabel.Disk disk) {
        Amounts amounts = new Amounts(words);
        return disk.needed() == 0
                ? words.of("fit.disk.here")
                : words.of("fit.disk", amounts.bytes(disk.needed()), amounts.bytes(disk.free()));
    }

    public String of(ExpectedSpeed speed) {
        Amounts amounts = new Amounts(words);
        return switch (speed) {
            case ExpectedSpeed.Measured(double reading, double writing, var _) ->
                    words.of("fit.speed.measured", amounts.rate(writing), amounts.rate(reading));
            case ExpectedSpeed.Derived(Range reading, Range writing, String from) ->
                    words.of(
                            "fit.speed.derived",
                            amounts.rate(writing.low()),
                            amounts.rate(writing.high()),
                            amounts.rate(reading.low()),
                            amounts.rate(reading.high()),
                            from);
            case ExpectedSpeed.Unknown() -> words.of("fit.speed.unknown");
        };
    }

    /// What would compute it, then why nothing else.
    public String of(Computing computing) {
        StringBuilder all = new StringBuilder(words.of("fit.on", computing.on().name()));
        for (Aside aside : computing.aside()) {
            all.append(' ').append(words.of("fit.aside", aside.called(), of(aside)));
        }
        return all.toString();
    }

    /// That what it is made for is not here; empty where it is.
    public Optional<String> missing(Computing computing) {
        return computing.aside().stream()
                .filter(it -> it.why() instanceof Why.NotHere)
                .findFirst()
                .map(it -> words.of("fit.missing", it.called()));
    }

    private String of(Aside aside) {
        return switch (aside.why()) {
            case Why.NotHere() -> words.of("fit.aside.not-here");
            case Why.NotWanted() -> words.of("fit.aside.not-wanted");
            case Why.MadeForAnother() -> words.of("fit.aside.made-for-another");
            case Why.Later() -> words.of("fit.aside.later");
            case Why.Tried(var verdict) ->
                    explain.of(
                            new Standing(
                                    new Device(aside.provider(), aside.called(), ""),
                                    Optional.of(verdict)));
        };
    }

    public String of(Help help) {
        Amounts amounts = new Amounts(words);
        return switch (help) {
            case Help.ShorterContext(int tokens) -> words.of("fit.help.shorter", tokens);
            case Help.Int8Cache() -> words.of("fit.help.smaller-cache");
            case Help.ClosePrograms(long bytes) -> words.of("fit.help.close", amounts.bytes(bytes));
            case Help.OtherVariant(String id) -> words.of("fit.help.variant", id);
            case Help.SmallerModel(String id) -> words.of("fit.help.smaller", named(id), id);
            case Help.FreeDisk(long bytes) -> words.of("fit.help.disk", amounts.bytes(bytes));
            case Help.MoreMemory(long bytes) ->
                    words.of("fit.help.more-memory", amounts.bytes(bytes));
        };
    }

    /// One sentence.
    public String of(Recommendation recommendation) {
        return switch (recommendation) {
            case Recommendation.Take(var model, var label) ->
                    label.state() == State.RUNS_WELL
                            ? words.of("fit.recommend.well", named(model.id()), model.id())
                            : words.of("fit.recommend.tight", named(model.id()), model.id());
            case Recommendation.Stay(var nearest, var label) ->
                    words.of(
                            "fit.recommend.stay",
                            named(nearest.id()),
                            label.helps().stream().findFirst().map(this::of).orElse(""));
            case Recommendation.Nothing() -> words.of("fit.recommend.nothing");
        };
    }

    private String named(String id) {
        return inForce.find(id).map(Offered::entry).map(it -> it.name()).orElse(id);
    }
}
