package io.quarkiverse.authlete.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people read of a page: without blocks of code, directives, and the targets of links.
 *
 * @param place the file, and the line in it
 * @param text a paragraph, an item of a list, a heading, or a part of a cell of a table: cells often hold lists with semicolons
 */
record Prose(String place, String text) {

    private static final Pattern FENCE = Pattern.compile("-{4,}|\\.{4,}|\\+{4,}|```\\w*");
    private static final Pattern DIRECTIVE = Pattern.compile(":[\\w-]+!?:.*|\\[[^\\[\\]]*]|//.*|<!--.*|\\+|=+"
            + "|(include|image|ifdef|ifndef|endif)::.*|\\|[-|: ]+\\|");
    private static final Pattern NEW_PARAGRAPH = Pattern.compile("=+ .*|#+ .*|[*.-]+ .*|\\d+\\. .*|.+::( .*)?");
    private static final Pattern CELL_PART = Pattern.compile("(^|\\s)[al]?\\|(?=\\s|$|[^|])|; ");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]*)]\\([^)]*\\)"
            + "|(?:xref:|link:|https?://)[^\\s\\[]*\\[([^\\[\\]]*)]|<<[\\w-]+,([^>]*)>>");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?][)*_\"]{0,2})\\s+(?=[A-Z`*_\"(])");

    static List<Prose> of(Path page) {
        return new Reader(page).read();
    }

    List<String> sentences() {
        return SENTENCE_END.splitAsStream(text).toList();
    }

    /** @return what stands in backticks */
    static List<String> codes(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1)).toList();
    }

    /** @return how many words there are, where code is one */
    static int words(String text) {
        return (int) Arrays.stream(text.replaceAll("`[^`]*`", "code").split("\\s+")).filter(word -> word.matches(".*\\w.*"))
                .count();
    }

    /** @return the text in the place of each link */
    static String withoutLinks(String text) {
        return LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(
                Stream.of(1, 2, 3).map(link::group).filter(Objects::nonNull).findFirst().orElseThrow()));
    }

    private static final class Reader {

        private final Path page;
        private final List<Prose> found = new ArrayList<>();
        private String paragraph = "";
        private int begin;
        private String fence;
        private boolean inTable;

        Reader(Path page) {
            this.page = page;
        }

        List<Prose> read() {
            List<String> lines = Pages.lines(page);
            for (int i = 0; i < lines.size(); i++) {
                line(i + 1, lines.get(i).strip());
            }
            end();
            return found;
        }

        private void line(int number, String line) {
            if (fence != null) {
                fence = line.equals(fence) ? null : fence;
            } else if (FENCE.matcher(line).matches()) {
                end();
                fence = line.startsWith("```") ? "```" : line;
            } else if (line.equals("|===")) {
                end();
                inTable = !inTable;
            } else if (line.isEmpty() || DIRECTIVE.matcher(line).matches()) {
                end();
            } else if (inTable || line.startsWith("| ")) {
                String[] parts = CELL_PART.split(line, -1);
                add(number, parts[0]);
                for (int i = 1; i < parts.length; i++) {
                    end();
                    add(number, parts[i]);
                }
            } else {
                if (NEW_PARAGRAPH.matcher(line).matches()) {
                    end();
                }
                add(number, line);
            }
        }

        private void add(int number, String text) {
            if (paragraph.isEmpty()) {
                begin = number;
            }
            paragraph += " " + text;
        }

        private void end() {
            if (!paragraph.isBlank()) {
                found.add(new Prose(page.getFileName() + ":" + begin, withoutLinks(paragraph.strip())));
            }
            paragraph = "";
        }
    }
}
