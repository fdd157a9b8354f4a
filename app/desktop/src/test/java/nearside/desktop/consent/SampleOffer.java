package nearside.desktop.consent;

import nearside.cloud.FarModel;
import nearside.cloud.outbound.Parcel;
import nearside.copilot.borrow.Lender;
import nearside.copilot.borrow.Offer;
import nearside.copilot.borrow.Price;
import nearside.copilot.borrow.mask.Mask;
import nearside.copilot.context.cost.Form;
import nearside.copilot.orchestrator.Reason;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.engine.Sampling;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// An offer with invented values.
public final class SampleOffer {
    private SampleOffer() {}

    /// What would leave for that one.
    ///
    /// @param whose who runs the far model
    public static TurnEvent.Asking asking(Lender.Whose whose) {
        List<Line> lines =
                List.of(
                        new Line(Role.USER, "These are the five chapters. My address is a@b.de"),
                        new Line(Role.ASSISTANT, "I have read them."),
                        new Line(
                                Role.USER,
                                "Where do they contradict each other? Call me at +49 30 901820"));
        Mask mask = new Mask("DE", lines.stream().map(Line::text).toList());
        Prompt prompt =
                new Prompt(
                        lines.stream()
                                .map(line -> new Line(line.role(), mask.apply(line.text())))
                                .toList(),
                        Prompt.Ending.NEW_REPLY,
                        Prompt.SpecialTokens.AS_TEXT,
                        Sampling.DEFAULT,
                        1_024);
        URI base = URI.create("https://api.example.com/v1");
        Lender lender =
                new Lender(
                        "one",
                        new FarModel(
                                "Big one",
                                base,
                                "big-1",
                                FarModel.Dialect.COMPATIBLE,
                                Optional.empty(),
                                128_000),
                        whose,
                        Optional.of(
                                new Price(
                                        new BigDecimal("0.4"),
                                        new BigDecimal("1.6"),
                                        LocalDate.of(2026, 11, 1))));
        Parcel parcel = new Parcel(base, new byte[0], Optional.empty());
        Offer.Weight part = new Offer.Weight(Form.unsent(6_118), 19, 0, 14, 11, 0);
        Offer.Weight all = new Offer.Weight(Form.unsent(24_310), 19, 0, 14, 0, 0);
        return new TurnEvent.Asking(
                new Offer(lender, prompt, parcel, part, mask),
                Reason.WINDOW_EXCEEDED,
                Optional.empty(),
                Optional.empty(),
                TurnEvent.Less.POSSIBLE,
                Optional.of(new Offer(lender, prompt, parcel, all, mask)),
                TurnEvent.Rests.ON_ENOUGH,
                TurnEvent.Never.POSSIBLE);
    }
}
