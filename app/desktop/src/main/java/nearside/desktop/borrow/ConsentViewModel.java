package nearside.desktop.borrow;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import nearside.desktop.pace.Background;
import nearside.storage.Settings.Borrowing;
import nearside.storage.Settings.Consent;
import nearside.storage.Settings.Limits;
import nearside.storage.SettingsFile;
import nearside.storage.policy.Policy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// Who is asked before something leaves, and what may leave unasked. A policy that wants the person
/// to be asked outranks the choice.
public final class ConsentViewModel {
    final StringProperty tokens = new SimpleStringProperty("");
    final StringProperty usd = new SimpleStringProperty("");

    private final SettingsFile settings;
    private final Policy policy;
    private final Background background;
    private final ReadOnlyObjectWrapper<Asking> asking =
            new ReadOnlyObjectWrapper<>(Asking.EACH_TIME);
    private final ReadOnlyObjectWrapper<Remark> remark = new ReadOnlyObjectWrapper<>(Remark.NONE);

    /// When a person is asked.
    public enum Asking {
        EACH_TIME,
        WITHIN_LIMITS
    }

    /// What is to be said of the limits.
    public enum Remark {
        NONE,
        KEPT,
        TOKENS,
        USD
    }

    ConsentViewModel(SettingsFile settings, Policy policy, Background background) {
        this.settings = settings;
        this.policy = policy;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Asking> asking() {
        return asking.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Remark> remark() {
        return remark.getReadOnlyProperty();
    }

    /// Whether the policy leaves no choice.
    public boolean isForced() {
        return policy.cloud().use() == Policy.Use.ASK;
    }

    /// The most US dollars a day by policy; empty for no cap.
    public Optional<BigDecimal> mostUsd() {
        return policy.cloud().caps().usdPerDay();
    }

    /// The most tokens in a question by policy; empty for no cap.
    public OptionalLong mostTokens() {
        return policy.cloud().caps().tokensPerRequest();
    }

    void refresh() {
        remark.set(Remark.NONE);
        background.ask(() -> settings.read().borrowing(), this::show);
    }

    private void show(Borrowing found) {
        tokens.set(String.valueOf(found.limits().tokens()));
        usd.set(found.limits().usdPerDay().toPlainString());
        asking.set(
                found.consent() == Consent.WITHIN_LIMITS && !isForced()
                        ? Asking.WITHIN_LIMITS
                        : Asking.EACH_TIME);
    }

    public void choose(Asking next) {
        if (next != asking.get() && !isForced()) {
            Consent consent =
                    switch (next) {
                        case EACH_TIME -> Consent.ASK;
                        case WITHIN_LIMITS -> Consent.WITHIN_LIMITS;
                    };
            remark.set(Remark.NONE);
            change(old -> old.with(consent), Remark.NONE);
        }
    }

    /// Keeps the limits that are typed, if they are some.
    public void keepLimits() {
        Optional<Integer> most =
                Optional.of(tokens.get().strip().replaceAll("[\\s,.’_]", ""))
                        .filter(it -> it.matches("\\d{1,9}"))
                        .map(Integer::parseInt);
        Optional<BigDecimal> dollars = FieldsCheck.usd(usd.get());
        if (most.isEmpty()) {
            remark.set(Remark.TOKENS);
        } else if (dollars.isEmpty()) {
            remark.set(Remark.USD);
        } else {
            Limits limits = new Limits(most.get(), dollars.get());
            change(old -> old.with(limits), Remark.KEPT);
        }
    }

    private void change(UnaryOperator<Borrowing> change, Remark then) {
        background.ask(
                () -> settings.change(old -> old.with(change.apply(old.borrowing()))).borrowing(),
                kept -> {
                    show(kept);
                    remark.set(then);
                });
    }
}
