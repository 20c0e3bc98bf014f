package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Types, methods and result codes on the pages exist. */
class NamesOnPagesTest {

    /** All types and members that applications can use; a test of the runtime module compares it with the classes. */
    private static final Path PUBLIC_API = Path.of("../runtime/src/test/resources/public-api.txt");
    private static final List<Path> SOURCES = List.of(Path.of("../runtime/src/main/java"),
            Path.of("../deployment/src/main/java"), Path.of("modules/ROOT/examples"),
            Path.of("../integration-tests/example/src/main/java"));
    private static final Pattern DECLARED_TYPE = Pattern.compile("\\b(?:class|interface|enum|record) (\\w+)");
    private static final Pattern TYPE = Pattern.compile("`@?((?:Authlete|Token|Bulk|Reactive)[A-Z]\\w+)(?:\\.[^`]*)?`");
    private static final Pattern EXCEPTION = Pattern.compile("\\bAuthlete\\w*Exception\\b");
    private static final Pattern METHOD = Pattern.compile("`(?:([A-Z]\\w+)\\.)?([a-z]\\w+)\\([^`]*\\)`");
    private static final Pattern API_TYPE = Pattern.compile("(?:interface|class|enum|record) ([\\w.]+)(.*)");
    private static final Pattern API_MEMBER = Pattern.compile("(\\w+)\\(|(\\w+)$");
    private static final Path ALERTS = Path.of("modules/ROOT/examples/org/acme/authlete-alerts.yaml");
    private static final Pattern ALERT = Pattern.compile("alert: (\\w+)");
    private static final Pattern RESULT_CODE = Pattern.compile("\\b[A-Z]\\d{6}\\b");

    /** The page about other clients has their methods beside ours. */
    private static final Pattern OF_OTHER_CLIENTS = Pattern.compile("migrating\\.adoc: `(get|token)[A-Z]");
    private static final Set<String> TYPES_OF_OTHERS = Set.of("AuthleteApi", "AuthleteApiException", "AuthleteDefaultError",
            "AuthleteError",
            "AuthleteApiFactory", "AuthleteApiImplV3", "AuthleteApiBasicImpl");
    private static final Set<String> METHODS_OF_JAVA = Set.of("toString", "equals", "hashCode", "getMessage", "getCause",
            "getSuppressed");
    private static final Set<String> METHODS_OF_OTHERS = Set.of("awaitSuspending", "implementation", "mavenLocal");

    /** Published by Authlete, and met by neither the client nor the emulator. */
    private static final Set<String> PUBLISHED_CODES = Set.of("A001201", "A001217", "A001219", "A001220", "A001221", "A001222",
            "A001223", "A001307", "A001308", "A001309", "A108205", "A134107", "A134204");

    private final Map<String, Set<String>> api = api();

    @Test
    void everyTypeExists() {
        Set<String> declared = SOURCES.stream().flatMap(directory -> Pages.tree(directory, ".java").stream())
                .flatMap(file -> DECLARED_TYPE.matcher(Pages.text(file)).results()).map(type -> type.group(1))
                .collect(Collectors.toSet());
        ALERT.matcher(Pages.text(ALERTS)).results().map(alert -> alert.group(1)).forEach(declared::add);

        assertThat(onPages(TYPE, type -> !declared.contains(type.group(1)) && !TYPES_OF_OTHERS.contains(type.group(1))))
                .as("no such types").isEmpty();
    }

    @Test
    void everyExceptionInADrawingExists() {
        assertThat(Pages.list(Path.of("modules/ROOT/images/src"), ".puml").stream()
                .flatMap(drawing -> EXCEPTION.matcher(Pages.text(drawing)).results()).map(MatchResult::group)).isNotEmpty()
                .filteredOn(exception -> !api.containsKey(exception)).as("no such exceptions").isEmpty();
    }

    @Test
    void everyMethodExists() {
        assertThat(api.keySet()).contains("AuthleteException", "TokenOperations");
        assertThat(onPages(METHOD, method -> !exists(method.group(1), method.group(2)))).as("no such methods").isEmpty();
    }

    @Test
    void everyResultCodeIsKnown() {
        Set<String> known = Stream.of("../runtime/src/main/java", "../deployment/src/main/java").map(Path::of)
                .flatMap(directory -> Pages.tree(directory, ".java").stream())
                .flatMap(file -> RESULT_CODE.matcher(Pages.text(file)).results()).map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).contains("A144201").doesNotContainAnyElementsOf(PUBLISHED_CODES);
        assertThat(onPages(RESULT_CODE, code -> !known.contains(code.group()) && !PUBLISHED_CODES.contains(code.group())))
                .as("result codes of nobody").isEmpty();
    }

    private boolean exists(String type, String method) {
        if (type == null) {
            return METHODS_OF_JAVA.contains(method) || METHODS_OF_OTHERS.contains(method)
                    || api.values().stream().anyMatch(members -> members.contains(method));
        }
        return !api.containsKey(type) || api.get(type).contains(method);
    }

    private static List<String> onPages(Pattern name, Predicate<MatchResult> wrong) {
        return Pages.withMarkdown().stream()
                .flatMap(page -> name.matcher(Pages.text(page)).results().filter(wrong)
                        .map(found -> page.getFileName() + ": " + found.group()))
                .filter(found -> !OF_OTHER_CLIENTS.matcher(found).lookingAt()).distinct().toList();
    }

    /** @return the types, with their members and those of the types that they extend */
    private static Map<String, Set<String>> api() {
        Map<String, Set<String>> members = new TreeMap<>();
        Map<String, List<String>> parents = new TreeMap<>();
        String type = "";
        for (String line : Pages.text(PUBLIC_API).replaceAll("\\b[a-z]+\\.(?=[A-Z])", "").lines().toList()) {
            MatchResult declaration = API_TYPE.matcher(line).results().findFirst().orElse(null);
            if (!line.startsWith(" ") && declaration != null) {
                type = declaration.group(1);
                members.put(type, new TreeSet<>(METHODS_OF_JAVA));
                parents.put(type, Arrays.asList(declaration.group(2).split("\\W+")));
            } else {
                Set<String> ofType = members.get(type);
                API_MEMBER.matcher(line).results().findFirst()
                        .ifPresent(member -> ofType.add(member.group(1) == null ? member.group(2) : member.group(1)));
            }
        }
        for (int depth = 0; depth < 3; depth++) {
            members.forEach((name, all) -> parents.get(name).stream().filter(members::containsKey)
                    .forEach(parent -> all.addAll(Set.copyOf(members.get(parent)))));
        }
        return members;
    }
}
