package nearside.desktop.borrow;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import nearside.desktop.borrow.ConsentViewModel.Asking;
import nearside.desktop.borrow.ConsentViewModel.Remark;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

import java.util.ArrayList;
import java.util.List;

/// Who is asked before something leaves: the person each time, or their limits.
final class ConsentView extends VBox {
    private static final int FIELD_LETTERS = 5;

    private final ConsentViewModel consent;
    private final Words words;
    private final ToggleGroup group = new ToggleGroup();
    private final Label remark = Panel.text("refused", "consent-remark");

    ConsentView(ConsentViewModel consent, Words words) {
        this.consent = consent;
        this.words = words;
        setId("consent");
        getStyleClass().add("panel-part");
        Label heading = new Panel(words).text("panel-heading", "consent-heading", "asks.title");
        Label policy = Panel.text("second", "consent-policy");
        policy.setText(String.join(" ", policyWords()));
        Panel.show(policy, !policy.getText().isEmpty());
        getChildren()
                .addAll(
                        heading,
                        radio("consent-each", "asks.each", Asking.EACH_TIME),
                        radio("consent-within", "asks.within", Asking.WITHIN_LIMITS),
                        limits(),
                        remark,
                        policy);
        consent.remark().subscribe(this::say);
    }

    private List<String> policyWords() {
        List<String> all = new ArrayList<>();
        if (consent.isForced()) {
            all.add(words.of("asks.forced"));
        }
        consent.mostTokens().ifPresent(most -> all.add(words.of("asks.cap.tokens", most)));
        consent.mostUsd()
                .ifPresent(most -> all.add(words.of("asks.cap.usd", new Amounts(words).usd(most))));
        return all;
    }

    private RadioButton radio(String id, String key, Asking asking) {
        RadioButton radio = new RadioButton(words.of(key));
        radio.setId(id);
        radio.setToggleGroup(group);
        radio.setDisable(consent.isForced());
        Panel.choose(radio, consent.asking(), asking, consent::choose);
        return radio;
    }

    private HBox limits() {
        TextField tokens = field("consent-tokens", "asks.tokens");
        tokens.textProperty().bindBidirectional(consent.tokens);
        TextField usd = field("consent-usd", "asks.usd");
        usd.textProperty().bindBidirectional(consent.usd);
        Button keep =
                new Panel(words)
                        .button(new Button(), "consent-keep", "asks.keep", consent::keepLimits);
        HBox limits = new HBox(tokens, unit("asks.tokens"), usd, unit("asks.usd"), keep);
        limits.setAlignment(Pos.CENTER_LEFT);
        limits.getStyleClass().addAll("unlock-actions", "indented");
        consent.asking().subscribe(now -> limits.setDisable(now != Asking.WITHIN_LIMITS));
        return limits;
    }

    private Label unit(String key) {
        Label unit = new Label(words.of(key));
        unit.getStyleClass().add("second");
        unit.setMinWidth(USE_PREF_SIZE);
        return unit;
    }

    private TextField field(String id, String key) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(words.of(key));
        field.setPrefColumnCount(FIELD_LETTERS);
        field.setOnAction(_ -> consent.keepLimits());
        return field;
    }

    private void say(Remark said) {
        Panel.show(remark, said != Remark.NONE);
        remark.getStyleClass().setAll("label", said == Remark.KEPT ? "second" : "refused");
        remark.setText(
                switch (said) {
                    case NONE -> "";
                    case KEPT -> words.of("asks.kept");
                    case TOKENS -> words.of("asks.bad.tokens", consent.tokens.get());
                    case USD -> words.of("asks.bad.usd", consent.usd.get());
                });
    }
}
