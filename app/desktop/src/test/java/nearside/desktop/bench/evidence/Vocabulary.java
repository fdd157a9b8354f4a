package nearside.desktop.bench.evidence;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Words that dialogues are made of.
///
/// @param random that chooses
record Vocabulary(SplittableRandom random) {
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

    static final List<String> PEOPLE =
            words(
                    "Marta Jonas Adaeze Tomasz Priya Yusuf Ingrid Mateo Sorcha Kenji Leila Pavel"
                            + " Oluchi Henrik Noor Dario Freya Anselm Zainab Viggo");
    static final List<String> CITIES =
            words(
                    "Lyon Bergen Porto Gdansk Leipzig Turin Cork Tampere Ghent Malmo Bilbao Graz"
                            + " Aarhus Utrecht Split Riga");
    static final List<String> JOBS =
            words(
                    "glassblower cartographer midwife beekeeper locksmith translator welder"
                            + " pharmacist surveyor organist carpenter geologist");
    static final List<String> PROJECTS =
            words(
                    "Kestrel Basalt Lantern Marlin Juniper Obsidian Thistle Quarry Halyard Saffron"
                            + " Plover Tundra");
    static final List<String> PETS =
            words("Biscuit Pepper Mogli Waffle Ziggy Truffle Hazel Bandit Noodle Clover");
    static final List<String> FOODS =
            words("porridge sardines pumpkin lentils turnips rice chicken carrots barley salmon");
    static final List<String> MONTHS =
            words(
                    "January February March April May June July August September October November"
                            + " December");

    private static final List<String> THINGS =
            words(
                    "flat floor dog review breakfast job living morning recipe garden bicycle novel podcast kitchen balcony neighbour concert weather"
                            + " train ticket museum workshop printer spreadsheet server keyboard"
                            + " update backup query index cache budget invoice tax form meeting"
                            + " agenda slide photo camera lens tripod mountain trail boot tent river"
                            + " ferry island market cheese bread soup pepper basil tomato oven lamp"
                            + " shelf carpet window roof drain pump boiler thermostat filter engine"
                            + " tyre brake mirror insurance doctor dentist vaccine allergy sleep"
                            + " exercise yoga swimming football chess piano choir guitar record"
                            + " painting sculpture poem theatre film series episode actor script");
    private static final List<String> ACTS =
            words(
                    "compare repair clean sort paint plan measure cook borrow return order water"
                            + " prune test rewrite review print scan sketch translate practise"
                            + " record rent sell wash replace organise postpone describe sharpen");
    private static final List<String> KINDS =
            words(
                    "old new small heavy quiet bright cheap strange lovely broken dusty clever slow"
                            + " wooden plastic local foreign simple modern narrow wide early late"
                            + " patient careful cheerful ordinary difficult");
    private static final List<String> CHATTER =
            List.of(
                    "I have been thinking about the {kind} {thing} and whether to {act} it this"
                            + " week or the next.",
                    "Could you help me to {act} the {thing}? The last one was {kind} and rather"
                            + " {kind}.",
                    "{person} says hello and still talks about that {kind} {thing}.",
                    "{person} asked about the {thing} again, and {person} wants to {act} it.",
                    "Do you remember the {kind} {thing} that {person} had?",
                    "My {thing} was too {kind}, so I had to {act} the {thing} as well.",
                    "What would be a good way to {act} a {thing} without a {thing}?",
                    "Yesterday {person} and I spoke about the {thing}, the {thing} and the"
                            + " {thing}.",
                    "It is a {kind} idea, although the {thing} may be {kind} in winter.",
                    "Please keep the {thing} short, I only want to {act} the {kind} parts.",
                    "In {city} they {act} every {thing} twice, which seems {kind}.");
    private static final List<String> REPLIES =
            List.of(
                    "That sounds like a {kind} plan: first {act} the {thing}, then look at the"
                            + " {thing} and keep the {thing} for later.",
                    "You could {act} it in three steps. Start with the {thing}, which is {kind}."
                            + " Then {act} the {thing}. Finally check whether the {thing} is still"
                            + " {kind}.",
                    "A {kind} {thing} usually needs little: a {thing}, some patience, and somebody"
                            + " to {act} it once a month.",
                    "Good question. Most people {act} the {thing} first because the {thing} is"
                            + " {kind}; others prefer a {kind} {thing} and leave the rest alone.",
                    "I would not worry about the {thing}. If it stays {kind}, {act} it again and"
                            + " write down what happened to the {thing}.",
                    "There are two ways to {act} a {thing}. The first is {kind} but slow, the second"
                            + " needs a {thing} and a {kind} {thing}.");

    private static List<String> words(String all) {
        return List.of(all.split(" ", -1));
    }

    String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// Something that a person says about nothing in particular.
    String chatter() {
        return filled(one(CHATTER));
    }

    /// Something that an assistant answers to it.
    String reply() {
        return filled(one(REPLIES)) + " " + filled(one(REPLIES));
    }

    private String filled(String sentence) {
        return SLOT.matcher(sentence).replaceAll(this::word);
    }

    private String word(MatchResult slot) {
        return one(
                switch (slot.group(1)) {
                    case "thing" -> THINGS;
                    case "act" -> ACTS;
                    case "kind" -> KINDS;
                    case "person" -> PEOPLE;
                    case "city" -> CITIES;
                    default -> throw new IllegalStateException(slot.group());
                });
    }
}
