package nearside.packaging;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What THIRD-PARTY.md says is shipped as a jar: the rows whose place is the core or the worker.
record ThirdPartyList(Set<String> jars) {
    private static final Pattern ROW =
            Pattern.compile(
                    "\\| ([\\w.-]+) \\| ([\\w.-]+) \\| [^|]+ \\| [^|]*(core|worker)[^|]* \\|");

    static ThirdPartyList of(String markdown) {
        Set<String> jars = new TreeSet<>();
        Matcher row = ROW.matcher(markdown);
        while (row.find()) {
            jars.add(row.group(1) + "-" + row.group(2));
        }
        return new ThirdPartyList(jars);
    }
}
