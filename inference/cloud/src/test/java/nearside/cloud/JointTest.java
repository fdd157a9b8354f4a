package nearside.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
                Arguments.of("One two", "Something else", "Something else"));
    }

    @ParameterizedTest
    @MethodSource("joints")
    void onlyWhatIsNewIsAdded(String written, String came, String added) {
        Joint whole = new Joint(written);
        assertEquals(added, whole.add(came) + whole.end());
        Joint pieces = new Joint(written);
        StringBuilder all = new StringBuilder();
        came.chars().forEach(c -> all.append(pieces.add(String.valueOf((char) c))));
        assertEquals(added, all + pieces.end());
    }

    @ParameterizedTest
    @CsvSource({"The sea is wi,The sea", "The sea,The sea is wide and the"})
    void aRepetitionThatIsCutAddsNothingTwice(String written, String came) {
        Joint joint = new Joint(written);
        String whole = written + joint.add(came) + joint.cut();
        assertEquals(1, whole.split("The sea", -1).length - 1, whole);
    }
}
