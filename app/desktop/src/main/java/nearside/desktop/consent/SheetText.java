package nearside.desktop.consent;

import nearside.copilot.borrow.Lender;
import nearside.copilot.borrow.Offer;
import nearside.copilot.borrow.Price;
import nearside.copilot.borrow.mask.Kind;
import nearside.copilot.orchestrator.Decision;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.copilot.orchestrator.TurnEvent.Less;
import nearside.desktop.consent.Sheet.Buttons;
import nearside.desktop.consent.Sheet.Line;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;
import nearside.engine.Prompt;
import nearside.engine.Role;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts an offer into words.
public record SheetText(Words words, Amounts amounts) {
    public SheetText(Words words) {
        this(words, new Amounts(words));
    }

    public Sheet of(TurnEvent.Asking asking) {
        Offer offer = asking.offer();
        boolean own = offer.lender().whose() == Lender.Whose.MY_DEVICE;
        return new Sheet(
                words.of(own ? "consent.title.own" : "consent.title"),
                because(asking) + part(asking) + " " + unless(asking),
                rows(asking),
                to(offer, own),
                exact(offer.prompt()),
                new Buttons(
                        words.of("consent.send", offer.weight().tokens()),
                        asking.less() == Less.POSSIBLE ? words.of("consent.less") : "",
                        asking.whole().isPresent() ? words.of("consent.all") : "",
                        words.of(asking.here().isPresent() ? "consent.wait" : "consent.stay"),
                        asking.never() == TurnEvent.Never.POSSIBLE
                                ? words.of("consent.never")
                                : ""));
    }

    /// True whatever left before in this turn, such as to a far model that failed.
    private String unless(TurnEvent.Asking asking) {
        return words.of(asking.needed().isPresent() ? "consent.more-unless" : "consent.unless");
    }

    private String part(TurnEvent.Asking asking) {
        return switch (asking.rests()) {
            case ON_ENOUGH -> "";
            case ON_A_PART -> " " + words.of("consent.rests-on-part");
        };
    }

    private String because(TurnEvent.Asking asking) {
        return asking.needed()
                .map(need -> words.of("notice.needs", need.model(), need.what()))
                .orElseGet(() -> reason(asking));
    }

    private String reason(TurnEvent.Asking asking) {
        return switch (asking.reason()) {
            case NO_MEMORY_LOAD -> words.of("consent.why.load");
            case NO_MEMORY_CONTEXT -> words.of("consent.why.context");
            case WINDOW_EXCEEDED -> words.of("consent.why.window");
            case TOO_SLOW -> asking.here().map(this::time).orElse("");
            case ENGINE_FAILED ->
                    words.of(
                            asking.offer().prompt().hasTools()
                                    ? "consent.why.tools"
                                    : "consent.why.failed");
            case FITS, FITS_PACKED, POLICY_OFFLINE, POLICY_CONSENT, USER_CHOICE -> "";
        };
    }

    private String time(Decision.Expected here) {
        return words.of(
                "consent.here-takes",
                amounts.seconds(here.firstWordSeconds()),
                amounts.rate(here.tokensPerSecond()));
    }

    private List<Line> rows(TurnEvent.Asking asking) {
        Offer offer = asking.offer();
        Offer.Weight weight = offer.weight();
        List<Line> rows = new ArrayList<>();
        rows.add(
                new Line(
                        words.of(
                                offer.lines().getLast().role() == Role.TOOL
                                        ? "consent.result"
                                        : "consent.question"),
                        count(weight.question()),
                        words.of("consent.always")));
        int earlier = weight.lines() - weight.leftOut() - 1;
        if (earlier > 0) {
            rows.add(
                    new Line(
                            words.of("consent.earlier", earlier),
                            count(weight.tokens() - weight.question() - weight.tools()),
                            stays(weight)));
        } else if (weight.leftOut() > 0) {
            rows.add(
                    new Line(
                            words.of("consent.no-earlier"),
                            "",
                            words.of("consent.stay-here", weight.leftOut())));
        }
        asking.whole().map(this::whole).ifPresent(rows::add);
        int tools = offer.prompt().tools().size();
        if (tools > 0) {
            rows.add(new Line(words.of("consent.tools", tools), count(weight.tools()), ""));
        }
        Map<Kind, Long> masked = offer.masked();
        rows.add(
                masked.isEmpty()
                        ? new Line(words.of("consent.nothing-masked"), "", "")
                        : new Line(
                                words.of("consent.masked", kinds(masked)),
                                "",
                                words.of("consent.put-back")));
        return rows;
    }

    private String stays(Offer.Weight weight) {
        return Stream.of(
                        weight.isPart() ? "" : words.of("consent.all-of-them"),
                        weight.leftOut() == 0
                                ? ""
                                : words.of("consent.stay-here", weight.leftOut()),
                        weight.inPart() == 0 ? "" : words.of("consent.in-part", weight.inPart()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(words.of("consent.comma")));
    }

    /// What all of the conversation would be instead.
    private Line whole(Offer all) {
        return new Line(
                words.of("consent.whole"),
                count(all.weight().tokens()),
                all.most().map(usd -> words.of("consent.at-most", amounts.usd(usd))).orElse(""));
    }

    private String count(int tokens) {
        return amounts.tokens(Math.max(0, tokens));
    }

    private String kinds(Map<Kind, Long> masked) {
        return masked.entrySet().stream()
                .map(entry -> kind(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(words.of("consent.comma")));
    }

    private String kind(Kind kind, long count) {
        return switch (kind) {
            case SECRET -> words.of("consent.kind.secret", count);
            case IBAN -> words.of("consent.kind.iban", count);
            case CARD -> words.of("consent.kind.card", count);
            case ID -> words.of("consent.kind.id", count);
            case EMAIL -> words.of("consent.kind.email", count);
            case IP -> words.of("consent.kind.ip", count);
            case PHONE -> words.of("consent.kind.phone", count);
        };
    }

    private String to(Offer offer, boolean own) {
        var model = offer.lender().model();
        List<String> parts = new ArrayList<>();
        parts.add(words.of("consent.to", model.origin().host(), model.model()));
        parts.add(price(offer, own));
        parts.add(words.of(own ? "consent.own-machine" : "consent.their-rules"));
        if (model.origin().isPlain()) {
            parts.add(words.of("consent.plain"));
        }
        return String.join(" · ", parts);
    }

    private String price(Offer offer, boolean own) {
        Optional<Price> price = offer.lender().price();
        if (price.isEmpty()) {
            return words.of(own ? "consent.no-price.own" : "consent.no-price");
        }
        return words.of(
                "consent.price",
                amounts.usd(offer.least().orElseThrow()),
                amounts.usd(offer.most().orElseThrow()),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(words.locale())
                        .format(price.get().asOf()));
    }

    /// Tools first, as they leave.
    private String exact(Prompt prompt) {
        Stream<String> tools =
                prompt.tools().stream()
                        .map(tool ->
                                said(
                                        words.of("consent.says.tool", tool.name()),
                                        Stream.of(tool.description(), tool.parameters())));
        Stream<String> lines =
                prompt.lines().stream()
                        .map(line ->
                                said(
                                        speaker(line.role()),
                                        Stream.concat(
                                                Stream.of(line.text()),
                                                line.calls().stream()
                                                        .map(it -> it.name() + it.arguments()))));
        return Stream.concat(tools, lines).collect(Collectors.joining("\n\n"));
    }

    private static String said(String speaker, Stream<String> parts) {
        return Stream.concat(Stream.of(speaker), parts.filter(part -> !part.isEmpty()))
                .collect(Collectors.joining("\n"));
    }

    private String speaker(Role role) {
        return switch (role) {
            case SYSTEM -> words.of("consent.says.system");
            case USER -> words.of("consent.says.user");
            case TOOL -> words.of("consent.says.result");
            case ASSISTANT -> words.of("consent.says.assistant");
        };
    }
}
