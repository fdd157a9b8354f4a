package nearside.copilot.context.cost;

import nearside.copilot.context.cost.Weighing.Alternative;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// In which form a conversation is cheapest to send: packed once, its bytes frozen and appended to
/// while the far side's cache is warm, and packed again only when that pays.
///
/// A form costs what this answer costs and what is expected of the following ones:
///
/// `now + n · (cached · p_read + (added + missing) · p_new)`
///
/// with `n` the questions that are expected before the cache goes cold ([Rhythm]); then every form
/// starts anew, so nothing beyond counts. It is the break-even rule of renting or buying (Karlin,
/// Manasse, McGeoch, Owicki: "Competitive Randomized Algorithms for Nonuniform Problems", SODA
/// 1990), with the number of days to come expected from those that went: a packing is bought when
/// what it saves in each later question pays for it.
public final class CostRule {
    private CostRule() {}

    /// Weighs the forms; of two that cost the same, the one that changes less is taken.
    public static Weighing choose(Standing standing) {
        List<Alternative> alternatives = new ArrayList<>();
        standing.frozen()
                .ifPresent(form -> alternatives.add(of(PackingChoice.APPEND, form, standing)));
        alternatives.add(of(PackingChoice.PACK_AGAIN, standing.fresh(), standing));
        standing.whole()
                .ifPresent(form -> alternatives.add(of(PackingChoice.WHOLE, form, standing)));
        return new Weighing(alternatives, furtherSends(standing));
    }

    private static Alternative of(PackingChoice choice, Form form, Standing standing) {
        return standing.tariff().terms().uses().stream()
                .map(use -> of(choice, form, use, standing))
                .min(Comparator.comparingDouble(Alternative::totalUsd))
                .orElseThrow();
    }

    private static Alternative of(
            PackingChoice choice, Form form, CacheUse use, Standing standing) {
        Tariff tariff = standing.tariff();
        Billed now = tariff.terms().bill(form, use, standing.outputTokens());
        Form next = tariff.terms().next(form, use, added(choice, standing.rhythm()));
        return new Alternative(
                choice,
                use,
                now,
                tariff.prices().usd(now),
                furtherSends(standing) * typical(tariff).usd(next, CacheUse.READ_AND_WRITE, 0));
    }

    private static Tariff typical(Tariff tariff) {
        return new Tariff(tariff.prices(), tariff.terms().withoutSteps());
    }

    /// By one turn: the whole conversation lacks nothing.
    private static int added(PackingChoice choice, Rhythm rhythm) {
        return switch (choice) {
            case APPEND, PACK_AGAIN -> rhythm.addedPerTurn() + rhythm.missingPerTurn();
            case WHOLE -> rhythm.addedPerTurn();
        };
    }

    private static double furtherSends(Standing standing) {
        return standing.rhythm().furtherWarmSends(standing.tariff().terms().lifetime());
    }
}
