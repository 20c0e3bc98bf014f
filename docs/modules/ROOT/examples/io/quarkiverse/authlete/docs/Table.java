package io.quarkiverse.authlete.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A table of a page.
 *
 * @param place the page, and the line in it
 * @param rows all have the same number of cells; the first one is the header
 */
record Table(String place, List<List<String>> rows) {

    private static final Pattern TABLE = Pattern.compile("^\\|===\\R(.*?)^\\|===$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("(?:^|(?<=\\s))[al]?\\|(?!===)", Pattern.MULTILINE);

    static List<Table> of(Path page) {
        String text = Pages.text(page);
        return TABLE.matcher(text).results().map(table -> of(page, text, table)).toList();
    }

    private static Table of(Path page, String text, MatchResult table) {
        String first = table.group(1).lines().filter(line -> !line.isBlank()).findFirst().orElseThrow();
        int columns = cells(first).size();
        List<String> cells = cells(table.group(1));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i + columns <= cells.size(); i += columns) {
            rows.add(cells.subList(i, i + columns));
        }
        return new Table(page.getFileName() + ":" + (text.substring(0, table.start()).lines().count() + 1), rows);
    }

    private static List<String> cells(String text) {
        List<String> cells = Arrays.stream(CELL.split(text, -1)).map(cell -> Prose.withoutLinks(cell.strip())).toList();
        return cells.subList(1, cells.size());
    }

    /** @return the number of the column with that heading, -1 if there is none */
    int column(String heading) {
        return rows.get(0).indexOf(heading);
    }

    List<List<String>> body() {
        return rows.subList(1, rows.size());
    }
}
