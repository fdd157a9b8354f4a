package nearside.copilot.context.scope;

import nearside.copilot.context.scope.Tongue.Tasks;

/// How German asks about all of a text.
final class German {
    private static final String TEXT =
            "(?:dokument|text|datei|artikel|bericht|buch|geschichte|gespräch|unterhaltung|chat"
                    + "|diskussion|vertrag|aufsatz|protokoll|sitzung|verlauf)(?:e?s|en|e)?";

    private static final String POINT =
            "(?:punkte|themen|aussagen|ergebnisse|gedanken|argumente|inhalte|erkenntnisse|fakten)";

    static final Tongue TONGUE =
            new Tongue(
                    new Tasks(
                            Tongue.words(
                                    """
                                    kurz_gesagt das_wesentliche das_wichtigste quintessenz fazit fass(?:e|t|en)? zusammen zusammen(?:ge)?fass\\w* zusammenzufassen
                                    überblick übersicht inhaltsangabe kurzfassung kernaussagen
                                    hauptpunkte hauptthemen hauptaussagen kernpunkte themen
                                    (?:wichtigste|zentrale|wesentliche)[nr]?_%s
                                    worum_(?:geht|ging)_es(?:_hier)? wovon_handelt
                                    worüber_haben_wir was_haben_wir
                                    """
                                            .formatted(POINT)),
                            Tongue.words(
                                    """
                                    übersetze?n? korrigiere?n? korrektur rechtschreibung lektoriere?n?
                                    umschreiben schreibe?_um verbessere?n?
                                    """),
                            Tongue.words(
                                    """
                                    (?:wie_oft|wie_viele_male|zähle?).*(?:erwähnt|genannt|vorkommt|kommt|steht|gesagt|vor)
                                    (?:alle|jede)_(?:erwähnung(?:en)?|vorkommen|stellen)
                                    """)),
                    Tongue.words(
                            """
                            alles (?:das|den|die|dem|der|unsere?[nmr]?|diese?[nmrs]?)_(?:ganze|gesamte|komplette|vollständige)[nmrs]?_%1$s
                            (?:unser|unsere|unserem|unserer|dieses|diese)_(?:gespräch|unterhaltung|diskussion)(?:s|es)? bisher
                            """
                                    .formatted(TEXT)),
                    Tongue.words(TEXT),
                    Tongue.words(
                            """
                            über_(?!alles|das_ganze|den_text|das_dokument|unser|die_unterhaltung)\\w+.* bezüglich kapitel absatz abschnitt
                            (?:erste|zweite|dritte|letzte|vorige|nächste)[nrs]?_\\w+
                            ^(?:warum|wer|wessen|wo|wann|hat|hast|ist|war|sind|steht|wie)_.*
                            (?:deiner?|seiner?|ihrer?)_(?:\\w+_)?(?:zusammenfassung|übersicht)
                            """),
                    Tongue.words(
                            """
                            bitte kannst könntest du sie können könnten mir uns ich möchte brauche hätte gern gerne
                            gib geben schreib schreibe erstelle mach mache nenne liste zeige sag der die das
                            den dem des ein eine einen einer eines dies diese dieses diesen diesem es in im ins aus
                            vom von zu zum für mit und oder was sind waren ist welche kurz kurze kurzer
                            kurzen knapp knappe besprochene besprochenen gesprochen besprochen geredet
                            drei zwei vier fünf zehn sätzen satz worten stichpunkten als über hier noch mal
                            einmal nun jetzt doch ganze ganzen gesamte gesamten wichtigsten hallo danke
                            deutsch englisch englische deutsche französisch spanisch haben wir auf
                            """));

    private German() {}
}
