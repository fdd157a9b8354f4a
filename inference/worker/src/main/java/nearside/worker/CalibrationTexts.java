package nearside.worker;

import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.engine.Sampling;

import java.util.ArrayList;
import java.util.List;

/// Short conversations of the kinds that people have, written for this program: by them the scales
/// of an int8 KV cache are found.
final class CalibrationTexts {
    private static final List<List<String>> CONVERSATIONS =
            List.of(
                    List.of(
                            "Can you explain why the sea is salty, in a few sentences?",
                            """
                            Rain is slightly acidic, so it dissolves minerals from rocks on land. \
                            Rivers carry these minerals to the ocean, where the sun evaporates water \
                            but leaves the salt behind. Over hundreds of millions of years this has \
                            made sea water about 3.5 percent salt. Volcanoes on the ocean floor add \
                            more. The amount hardly changes today, because about as much salt is \
                            bound into new rock as arrives.\
                            """,
                            "Thank you! And why are most lakes fresh, then?"),
                    List.of(
                            """
                            Please find the mistake:

                            ```java
                            static int sum(List<Integer> numbers) {
                                int total = 0;
                                for (int i = 0; i <= numbers.size(); i++) {
                                    total += numbers.get(i); // fails at the end
                                }
                                return total;
                            }
                            ```\
                            """,
                            """
                            The loop runs one step too far: `i <= numbers.size()` should be \
                            `i < numbers.size()`. A shorter way avoids the index altogether:

                            ```java
                            return numbers.stream().mapToInt(Integer::intValue).sum();
                            ```\
                            """),
                    List.of(
                            """
                            def median(values):
                                ordered = sorted(values)
                                middle = len(ordered) // 2
                                if len(ordered) % 2 == 1:
                                    return ordered[middle]
                                return (ordered[middle - 1] + ordered[middle]) / 2

                            print(median([3, 1, 4, 1, 5, 9, 2, 6]))

                            What does this print, and how would I write a test for it with pytest?\
                            """),
                    List.of(
                            "请用几句话介绍一下茶的历史，并推荐三种适合初学者的茶。",
                            """
                            茶起源于中国，最初被当作药物使用，唐代以后逐渐成为日常饮料。\
                            适合初学者的茶有：一、龙井，清香淡雅；二、铁观音，香气浓郁；三、滇红，味道醇厚甘甜。\
                            """,
                            "泡龙井的水温应该是多少度？一次放几克茶叶？"),
                    List.of(
                            """
                            Turn my notes into a list with owners and dates.
                            - Anna calls the printer about the 1,250 posters (Tuesday, 14 May)
                            - budget: 3,480.50 EUR, of which 60% is spent; Omar checks by Friday
                            - room B-204 is too small for 75 guests -> Li asks for the hall
                            - order 12 x coffee, 8 x tea; delivery at 08:30
                            """,
                            """
                            | Task | Owner | Date |
                            |---|---|---|
                            | Call the printer about 1,250 posters | Anna | Tue, 14 May |
                            | Check the budget (3,480.50 EUR, 60% spent) | Omar | Friday |
                            | Ask for the hall: room B-204 is too small | Li | this week |
                            """),
                    List.of(
                            """
                            Translate into German and French: "The train to the coast leaves at a \
                            quarter past seven from platform nine, so we should be there early.\"\
                            """,
                            """
                            Deutsch: Der Zug zur Küste fährt um Viertel nach sieben von Gleis neun \
                            ab, wir sollten also früh dort sein.
                            Français : Le train pour la côte part à sept heures et quart du quai \
                            neuf, nous devrions donc y être tôt.\
                            """),
                    List.of(
                            """
                            {"name": "weather", "arguments": {"city": "Lisbon", "days": 3}}
                            {"temperature": [21.5, 19, 23.25], "rain": [0, 0.4, null], "ok": true}

                            Write two sentences about this forecast, then the mean temperature.\
                            """),
                    List.of(
                            """
                            It was late when Mara closed the shop. The street lamps hummed, a cat \
                            crossed the wet stones without hurry, and somewhere behind the harbour \
                            a radio played a song that her grandmother used to sing while she \
                            peeled oranges. "You are early tonight," said the baker from his door. \
                            She laughed, because she was never early, and because the bread smelled \
                            of all the mornings she had slept through. Continue the story.\
                            """),
                    List.of(
                            "Solve 3x + 7 = 2(x - 4) step by step.",
                            """
                            1. Expand the right side: 3x + 7 = 2x - 8.
                            2. Subtract 2x from both sides: x + 7 = -8.
                            3. Subtract 7 from both sides: x = -15.
                            Check: 3(-15) + 7 = -38 and 2(-15 - 4) = -38.\
                            """));

    private CalibrationTexts() {}

    /// One prompt for each; people and model speak in turn.
    static List<Prompt> prompts() {
        return CONVERSATIONS.stream().map(CalibrationTexts::prompt).toList();
    }

    private static Prompt prompt(List<String> turns) {
        List<Line> lines = new ArrayList<>();
        for (String turn : turns) {
            lines.add(new Line(lines.size() % 2 == 0 ? Role.USER : Role.ASSISTANT, turn));
        }
        Prompt.Ending ending =
                turns.size() % 2 == 0 ? Prompt.Ending.OPEN_REPLY : Prompt.Ending.NEW_REPLY;
        return new Prompt(lines, ending, Prompt.SpecialTokens.AS_TEXT, Sampling.GREEDY, 1);
    }
}
