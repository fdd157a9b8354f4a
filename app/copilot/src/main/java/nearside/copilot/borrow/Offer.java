package nearside.copilot.borrow;

import nearside.cloud.outbound.Parcel;
import nearside.copilot.borrow.mask.Kind;
import nearside.copilot.borrow.mask.Mask;
import nearside.copilot.context.cost.CacheUse;
import nearside.copilot.context.cost.Form;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What would leave for one answer, to the byte, and what it costs.
///
/// @param prompt as it leaves: shortened and masked
/// @param parcel its bytes
/// @param mask what was replaced, and how it is put back
public record Offer(Lender lender, Prompt prompt, Parcel parcel, Weight weight, Mask mask) {
    public Offer {
        Objects.requireNonNull(lender);
        Objects.requireNonNull(prompt);
        Objects.requireNonNull(parcel);
        Objects.requireNonNull(weight);
        Objects.requireNonNull(mask);
    }

    /// How much it is, in tokens as the far side counts.
    ///
    /// @param form all that leaves, and how much of its beginning left before
    /// @param question of the question itself
    /// @param tools of the tools that are offered
    /// @param lines of the whole conversation
    /// @param leftOut of them that stay here
    /// @param inPart of them of which something stays here
    public record Weight(Form form, int question, int tools, int lines, int leftOut, int inPart) {
        public Weight {
            Objects.requireNonNull(form);
        }

        public int tokens() {
            return form.tokens();
        }

        /// Whether something of the conversation stays here.
        public boolean isPart() {
            return leftOut + inPart > 0;
        }
    }

    /// The texts as they leave, in order.
    public List<Line> lines() {
        return prompt.lines();
    }

    /// How much of each kind was replaced.
    public Map<Kind, Long> masked() {
        return mask.counts();
    }

    /// Tokens that the far side read lately and is expected to know still.
    public long known() {
        return lender.tariff().terms().bill(weight.form(), CacheUse.READ_AND_WRITE, 0).cached();
    }

    /// What the question costs, in US dollars; empty where no price is known.
    public Optional<BigDecimal> least() {
        return price().map(it -> it.usd(weight.tokens(), known(), 0));
    }

    /// What it costs with the longest answer that is asked for, where the far side knows nothing of
    /// it any more.
    public Optional<BigDecimal> most() {
        return price().map(it -> it.usd(weight.tokens(), prompt.replyLimit()));
    }

    /// A machine of one's own costs nothing unless the person says otherwise.
    private Optional<Price> price() {
        return lender.price().isEmpty() && lender.whose() == Lender.Whose.MY_DEVICE
                ? Optional.of(Price.NOTHING)
                : lender.price();
    }
}
