package nearside.desktop.bench.evidence;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/// One long dialogue with planted facts, made from a seed, and the questions to it. Half of what is
/// planted is not asked for and stands in the way.
final class Dialogue {
    private static final int ROUNDS = 200;
    private static final int FACTS = 32;
    private static final int ASKED = 20;
    private static final int KINDS = 4;

    /// The same people are spoken of in several ways.
    private static final int SHIFT = 5;

    private final Vocabulary words;
    private final Random shuffling;
    private final List<String> texts = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();
    private final Set<Integer> used = new HashSet<>();

    /// What was planted.
    ///
    /// @param turns in which it stands
    private record Planted(String question, String answer, List<Integer> turns) {}

    Dialogue(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        words = new Vocabulary(random);
        shuffling = new Random(random.nextLong());
        for (int round = 0; round < ROUNDS; round++) {
            texts.add(words.chatter() + " " + words.chatter());
            texts.add(words.reply());
        }
        plantAll();
    }

    private void plantAll() {
        List<String> people = shuffled(Vocabulary.PEOPLE);
        List<String> projects = shuffled(Vocabulary.PROJECTS);
        List<String> pets = shuffled(Vocabulary.PETS);
        for (int i = 0; i < FACTS; i++) {
            int nth = i / KINDS;
            String person = people.get((nth + SHIFT * (i % KINDS)) % people.size());
            switch (i % KINDS) {
                case 0 -> moved(person);
                case 1 -> flat(person);
                case 2 -> project(projects.get(nth));
                default -> pet(person, pets.get(nth));
            }
        }
    }

    private List<String> shuffled(List<String> of) {
        List<String> all = new ArrayList<>(of);
        Collections.shuffle(all, shuffling);
        return all;
    }

    /// A plain fact, asked for in other words.
    private void moved(String person) {
        String job = words.one(Vocabulary.JOBS);
        int turn = say("My cousin " + person + " works as a " + job + " these days.");
        planted.add(new Planted("What does " + person + " do for a living?", job, List.of(turn)));
    }

    /// Who is meant stands in the turn before the last.
    private void flat(String person) {
        String city = words.one(Vocabulary.CITIES);
        int floor = 2 + words.random().nextInt(20);
        int turn = say("I met " + person + " at the station this morning.");
        String then = "They have taken a place in " + city + ", on floor " + floor + ".";
        texts.set(turn + 2, then + " " + words.chatter());
        used.add(turn + 2);
        planted.add(
                new Planted(
                        "How high up is the new flat of " + person + "?",
                        String.valueOf(floor),
                        List.of(turn, turn + 2)));
    }

    /// What was said first is not so any more.
    private void project(String project) {
        String first = date();
        String then = date();
        int some = free();
        int other = free();
        List<Integer> turns = List.of(Math.min(some, other), Math.max(some, other));
        say(turns.getFirst(), "The review of project " + project + " is on " + first + ".");
        say(turns.getLast(), "The " + project + " review was moved: it is on " + then + " now.");
        planted.add(new Planted("When do we go through " + project + "?", then, turns));
    }

    /// Two facts that have only a name in common.
    private void pet(String person, String pet) {
        String food = words.one(Vocabulary.FOODS);
        int one = say(person + " has called the new dog " + pet + ".");
        int other = say("For breakfast " + pet + " gets " + food + " and nothing else.");
        planted.add(
                new Planted(
                        "What does the dog of " + person + " eat in the morning?",
                        food,
                        List.of(one, other)));
    }

    private String date() {
        return (1 + words.random().nextInt(28)) + " " + words.one(Vocabulary.MONTHS);
    }

    private int say(String fact) {
        int turn = free();
        say(turn, fact);
        return turn;
    }

    private void say(int turn, String fact) {
        texts.set(turn, words.chatter() + " " + fact);
    }

    /// A turn of the person that says nothing of importance, and whose next one does not.
    private int free() {
        int turn;
        do {
            turn = 2 * words.random().nextInt(ROUNDS - 1);
        } while (used.contains(turn) || used.contains(turn + 2));
        used.add(turn);
        return turn;
    }

    /// In the form that `bench pack` reads.
    List<JsonObject> questions() {
        JsonArray turns = new JsonArray();
        for (int i = 0; i < texts.size(); i++) {
            JsonObject turn = new JsonObject();
            turn.addProperty("id", i);
            turn.addProperty("speaker", i % 2 == 0 ? "user" : "assistant");
            turn.addProperty("text", texts.get(i));
            turns.add(turn);
        }
        List<Planted> asked = new ArrayList<>(planted);
        Collections.shuffle(asked, shuffling);
        return asked.subList(0, ASKED).stream().map(it -> question(it, turns)).toList();
    }

    private static JsonObject question(Planted planted, JsonArray turns) {
        JsonObject question = new JsonObject();
        question.addProperty("question", planted.question());
        question.addProperty("answer", planted.answer());
        question.add("turns", turns);
        JsonArray gold = new JsonArray();
        planted.turns().forEach(gold::add);
        question.add("gold", gold);
        return question;
    }
}
