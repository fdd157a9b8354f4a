package nearside.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class JointTest {
    /// What was written, what came, and what of it is new.
    static List<Arguments> joints() {
        return List.of(
                Arguments.of("The sea is wi", "The sea is wide.", "de."),
                Arguments.of("The sea is wi", "de.", "de."),
                Arguments.of("The sea is wide. The shi", "The ship sails.", "p sails."),
                Arguments.of("The sea. The ship", "The sea. The ship sails.", " sails."),
                Arguments.of("The ship ", "The ship sails.", "sails."),
                Arguments.of("The ship ", "sails.", "sails."),
                Arguments.of("The ship", " sails.", " sails."),
                Arguments.of("The ship", "The  ship\nsails.", "\nsails."),
                Arguments.of("It sails.\n", "It sails.\n\nThen", "\nThen"),
                Arguments.of("a lightho", "lighthouse stood", "use stood"),
                Arguments.of("a bana", "na split", "na split"),
                Arguments.of("agre", "ed at once", "ed at once"),
                Arguments.of("It was very,", " very cold", " very cold"),
                Arguments.of("It is yes, and then", " yes", " yes"),
                Arguments.of("It ended.", "A new day", " A new day"),
                Arguments.of("It ended. ", "A new day", "A new day"),
                Arguments.of("今天的天气很好我们去公园", "今天的天气很好我们去公园散步", "散步"),
                Arguments.of("我们去公园", "散步吧", "散步吧"),
                Arguments.of("One two", "Something else", "Something else"),
                Arguments.of("It was late. He", "He slept.", " slept."),
                Arguments.of("- one\n- tw", "two\n- three", "o\n- three"),
                Arguments.of("今天的天气很好。我们", "我们去公园散步", "去公园散步"),
                Arguments.of("He said “yes", "He said \"yes\" twice", "\" twice"),
                Arguments.of("It’s the ship – a", "It's the ship - a big one", " big one"));
    }

    /// What was written, what came, and what of it is new.
    static List<Arguments> introductions() {
        return List.of(
                Arguments.of(
                        "It was late. The old ship lay",
                        "Sure, here is the rest:\n\nThe old ship lay in the bay.",
                        " in the bay."),
                Arguments.of(
                        "It was late. The old ship lay",
                        "Here it is. It was late. The old ship lay in the bay.",
                        " in the bay."),
                Arguments.of("天色已经很晚了。那艘大船静静地停在港湾里等", "好的，以下是剩下的部分：\n\n那艘大船静静地停在港湾里等待黎明。", "待黎明。"));
    }

    @ParameterizedTest
    @MethodSource("introductions")
    void anIntroductionBeforeARepetitionIsLeftOut(String written, String came, String added) {
        check(written, came, added);
    }

    /// The part of a sentence is said again, and that is no repetition.
    @Test
    void whatIsSaidAgainInOtherWordsStays() {
        check(
                "It was late. The old ship lay in the bay",
                " and nobody knew why it lay in the bay at all.",
                " and nobody knew why it lay in the bay at all.");
    }

    @ParameterizedTest
    @MethodSource("joints")
    void onlyWhatIsNewIsAdded(String written, String came, String added) {
        check(written, came, added);
    }

    private static void check(String written, String came, String added) {
        Joint whole = new Joint(written);
        assertEquals(added, whole.add(came) + whole.end());
        Joint pieces = new Joint(written);
        StringBuilder all = new StringBuilder();
        came.chars().forEach(c -> all.append(pieces.add(String.valueOf((char) c))));
        assertEquals(added, all + pieces.end());
    }

    @Test
    void aWholeAnswerThatIsCutKeepsWhatRepeatsNothing() {
        Joint joint = new Joint("It was late. The old ship lay");
        assertEquals("", joint.add(" in the bay of"));
        assertEquals(" in the bay of", joint.cut());
    }

    @ParameterizedTest
    @CsvSource({"The sea is wi,The sea", "The sea,The sea is wide and the"})
    void aRepetitionThatIsCutAddsNothingTwice(String written, String came) {
        Joint joint = new Joint(written);
        String whole = written + joint.add(came) + joint.cut();
        assertEquals(1, whole.split("The sea", -1).length - 1, whole);
    }
}
