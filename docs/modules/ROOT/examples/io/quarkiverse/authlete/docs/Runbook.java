package io.quarkiverse.authlete.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A symptom in the runbook.
 *
 * @param queries of Prometheus
 * @param lines what the log says
 * @param commands for a shell
 */
record Runbook(List<Selector> queries, List<String> lines, List<String> commands) {

    private static final Path PAGES = Path.of("modules/ROOT/pages");
    static final Path PAGE = PAGES.resolve("runbook.adoc");
    private static final Pattern SECTION = Pattern.compile("^\\[#([\\w-]+)]\\R== (.*?)(?=^\\[#[\\w-]+]\\R== |\\z)",
            Pattern.MULTILINE | Pattern.DOTALL);

    static Map<String, Runbook> symptoms() throws IOException {
        Map<String, Runbook> symptoms = new LinkedHashMap<>();
        for (MatchResult section : SECTION.matcher(Files.readString(PAGE)).results().toList()) {
            Runbook symptom = in(section.group(2));
            if (!symptom.queries().isEmpty() || !symptom.lines().isEmpty() || !symptom.commands().isEmpty()) {
                symptoms.put(section.group(1), symptom);
            }
        }
        return symptoms;
    }

    /** @return the same of another page, which has no symptoms */
    static Runbook on(String page) throws IOException {
        return in(Files.readString(PAGES.resolve(page)));
    }

    private static Runbook in(String text) {
        return new Runbook(blocks(text, "source,promql").flatMap(query -> Selector.in(query).stream()).toList(),
                blocks(text, "source,text,role=log").flatMap(String::lines).toList(),
                blocks(text, "source,shell").map(block -> block.replaceAll("\\\\\\R *", "")).flatMap(String::lines)
                        .filter(line -> !line.startsWith("#")).toList());
    }

    private static Stream<String> blocks(String text, String style) {
        return Pattern.compile("^\\[" + style + "]\\R----\\R(.*?)^----$", Pattern.MULTILINE | Pattern.DOTALL).matcher(text)
                .results().flatMap(block -> Pattern.compile("\\R{2,}").splitAsStream(block.group(1)));
    }
}
