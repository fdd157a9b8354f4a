package nearside.copilot.context.cost;

import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.context.cost.Comparison.Row;
import nearside.copilot.context.cost.ReplayedConversation.World;
import nearside.engine.contract.Campaign;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Conversations that are borrowed answer by answer, each sent by the rule and by every policy that
/// never weighs anything, with the cache of the far side simulated: the rule costs at most 2 % more
/// than the best of them, which is known only when all is over. 25 in the everyday run; a campaign
/// by
///
/// `mvn -pl app/copilot -am test -Dtest=CostRuleCampaign -Dnearside.seeds=1-200
/// -Dsurefire.failIfNoSpecifiedTests=false`
class CostRuleCampaign {
    private static final double MOST_REGRET = 0.02;

    private final Campaign campaign =
            Campaign.of(
                    "cost-rule.csv",
                    "table,turns,appended,packed,whole,usd_rule,best_fixed,usd_best_fixed,"
                            + "usd_best_of_each,usd_foresight,usd_blind,usd_lasting,usd_answers",
                    25);

    @ParameterizedTest
    @EnumSource
    void theRuleCostsNoMoreThanTheBestFixedPolicy(PublicTariff table) throws IOException {
        Tariff tariff = table.tariff();
        Comparison all =
                Comparison.of(campaign.seeds().mapToObj(ReplayedConversation::of).toList(), tariff);
        Row best = all.bestFixed();
        Row rule = all.row("rule", Policy.rule());
        Row blind = all.row("blind", Policy.believing(blind(tariff)));
        Row lasting = all.row("lasting", Policy.believing(lasting(tariff)));
        write(table, all, List.of(rule, best, all.hindsight(), all.foresight(), blind, lasting));
        assertTrue(rule.regret(best) <= MOST_REGRET, said(table, rule, best));
        assertTrue(blind.regret(best) > MOST_REGRET, said(table, blind, best));
        assertTrue(lasting.regret(rule) > MOST_REGRET, said(table, lasting, rule));
    }

    /// Nor where people never pause or always do, keep to one topic or to none, begin with nothing
    /// or with a book.
    @ParameterizedTest
    @EnumSource
    void norDoesItWherePeopleAreOtherwise(World world) {
        List<ReplayedConversation> conversations =
                campaign.seeds().mapToObj(seed -> ReplayedConversation.of(seed, world)).toList();
        for (PublicTariff table : PublicTariff.values()) {
            Comparison all = Comparison.of(conversations, table.tariff());
            Row rule = all.row("rule", Policy.rule());
            assertTrue(
                    rule.regret(all.bestFixed()) <= MOST_REGRET,
                    world + " " + said(table, rule, all.bestFixed()));
        }
    }

    private static String said(PublicTariff table, Row one, Row other) {
        return String.format(
                Locale.ROOT,
                "%s: %s costs %.4f, %s %.4f: regret %.2f %%",
                table,
                one.policy(),
                one.total(),
                other.policy(),
                other.total(),
                100 * one.regret(other));
    }

    /// Takes cached tokens to be as dear as others.
    private static Tariff blind(Tariff tariff) {
        TokenPrices known = tariff.prices();
        return new Tariff(
                new TokenPrices(known.usdIn(), known.usdIn(), known.usdIn(), known.usdOut()),
                tariff.terms());
    }

    /// Takes what was sent once to be there for ever.
    private static Tariff lasting(Tariff tariff) {
        CacheTerms terms = tariff.terms();
        return new Tariff(
                tariff.prices(),
                new CacheTerms(
                        Duration.ofDays(1_000),
                        terms.leastTokens(),
                        terms.stepTokens(),
                        terms.writing()));
    }

    private void write(PublicTariff table, Comparison all, List<Row> rows) throws IOException {
        List<Replay> replays = all.replays(Policy.rule());
        for (int i = 0; i < replays.size(); i++) {
            Replay replay = replays.get(i);
            campaign.row(
                    all.conversations().get(i).seed(),
                    table,
                    replay.moves().size(),
                    replay.count(PackingChoice.APPEND),
                    replay.count(PackingChoice.PACK_AGAIN),
                    replay.count(PackingChoice.WHOLE),
                    usd(rows.get(0).usd().get(i)),
                    rows.get(1).policy(),
                    usd(rows.get(1).usd().get(i)),
                    usd(rows.get(2).usd().get(i)),
                    usd(rows.get(3).usd().get(i)),
                    usd(rows.get(4).usd().get(i)),
                    usd(rows.get(5).usd().get(i)),
                    usd(replay.usdWritten(all.tariff().prices())));
        }
    }

    private static String usd(double usd) {
        return String.format(Locale.ROOT, "%.6f", usd);
    }
}
