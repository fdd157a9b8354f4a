package nearside.desktop.welcome;

import nearside.copilot.orchestrator.Prospect;
import nearside.copilot.orchestrator.Prospect.Fit;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;
import nearside.engine.accelerator.Device;
import nearside.engine.accelerator.Standing;

import java.util.List;

/// Says what a device can do with models.
record AbilityText(Words words, Explain explain) {
    /// Of a model that is here.
    Chance here(Prospect prospect) {
        return chance(
                prospect,
                prospect.measured()
                        .map(it ->
                                words.of(
                                        "welcome.speed",
                                        new Amounts(words).rate(it.writing()),
                                        new Amounts(words).rate(it.reading())))
                        .orElseGet(() -> words.of("welcome.speed.none")));
    }

    /// Of one that is not.
    Chance elsewhere(Prospect prospect) {
        return chance(prospect, words.of("welcome.elsewhere"));
    }

    /// That it runs well is said of what was measured alone.
    private Chance chance(Prospect prospect, String speed) {
        boolean well = prospect.fit() instanceof Fit.Well && prospect.measured().isPresent();
        return new Chance(
                prospect.model(),
                well ? Chance.Tone.WELL : Chance.Tone.LESS,
                well ? words.of("welcome.well") : fit(prospect.fit()),
                speed);
    }

    private String fit(Fit fit) {
        return switch (fit) {
            case Fit.Well _ -> words.of("welcome.fits");
            case Fit.Tight _ -> words.of("welcome.tight");
            case Fit.Slow _ -> words.of("welcome.slow");
            case Fit.TooLarge(long missing) ->
                    words.of("welcome.too-large", new Amounts(words).bytes(missing));
        };
    }

    /// What computes, before any accelerator was tried.
    ///
    /// @param devices empty while none were looked for
    String computing(List<Device> devices) {
        if (devices.isEmpty()) {
            return words.of("welcome.computing.unknown");
        }
        return devices.stream()
                .filter(Device::isAccelerator)
                .findFirst()
                .map(it -> words.of("welcome.computing.trying", it.called()))
                .orElseGet(() -> words.of("welcome.computing.cpu"));
    }

    /// What computes, after they were tried.
    String tried(List<Standing> standings) {
        return standings.stream()
                .filter(Standing::isFaster)
                .findFirst()
                .or(() -> standings.stream().findFirst())
                .map(it ->
                        words.of("welcome.computing.tried", it.device().called(), explain.of(it)))
                .orElseGet(() -> words.of("welcome.computing.cpu"));
    }
}
