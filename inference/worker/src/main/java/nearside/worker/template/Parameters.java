package nearside.worker.template;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The parameters that filters, tests, functions and methods have in Jinja2 and Python, in order.
///
/// An argument without a parameter is refused: to leave it out would be a guess. What is not in a
/// table takes its arguments as they come.
final class Parameters {
    static final Map<String, List<String>> FILTERS =
            table(
                    """
                    abs
                    capitalize
                    count
                    d default_value boolean
                    default default_value boolean
                    dictsort case_sensitive by reverse
                    first
                    float default
                    indent width first blank
                    int default
                    items
                    join d attribute
                    last
                    length
                    list
                    lower
                    max case_sensitive attribute
                    min case_sensitive attribute
                    replace old new count
                    reverse
                    safe
                    sort reverse case_sensitive attribute
                    string
                    sum attribute start
                    title
                    tojson ensure_ascii indent separators sort_keys
                    trim chars
                    unique case_sensitive attribute
                    upper
                    """);

    static final Map<String, List<String>> TESTS =
            table(
                    """
                    boolean
                    callable
                    defined
                    divisibleby num
                    eq other
                    equalto other
                    even
                    false
                    float
                    ge other
                    greaterthan other
                    gt other
                    in other
                    integer
                    iterable
                    le other
                    lessthan other
                    lower
                    lt other
                    mapping
                    ne other
                    none
                    number
                    odd
                    sameas other
                    sequence
                    string
                    true
                    undefined
                    upper
                    == other
                    != other
                    > other
                    >= other
                    < other
                    <= other
                    """);

    static final Map<String, List<String>> METHODS =
            table(
                    """
                    capitalize
                    count sub
                    endswith suffix
                    find sub
                    get key default
                    isalnum
                    isalpha
                    isdigit
                    islower
                    isspace
                    isupper
                    items
                    join iterable
                    keys
                    lower
                    lstrip chars
                    removeprefix prefix
                    removesuffix suffix
                    replace old new count
                    rfind sub
                    rsplit sep maxsplit
                    rstrip chars
                    split sep maxsplit
                    splitlines keepends
                    startswith prefix
                    strip chars
                    title
                    upper
                    values
                    """);

    private Parameters() {}

    static Given bind(Map<String, List<String>> table, String name, Given given) {
        List<String> parameters = table.get(name);
        return parameters == null ? given : given.to(parameters);
    }

    /// One name to a line, with its parameters behind it.
    private static Map<String, List<String>> table(String lines) {
        return lines.lines()
                .map(line -> Arrays.asList(line.split(" ")))
                .collect(
                        Collectors.toUnmodifiableMap(
                                List::getFirst, words -> words.subList(1, words.size())));
    }
}
