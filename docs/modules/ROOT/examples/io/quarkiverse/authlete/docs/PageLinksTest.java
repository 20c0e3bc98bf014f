package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Links to pages and to anchors in them lead somewhere; Asciidoctor alone lets them pass. */
class PageLinksTest {

    private static final Path PAGES = Path.of("modules/ROOT/pages");
    private static final String ATTACHMENT = "attachment$";
    private static final Path ATTACHMENTS = Path.of("modules/ROOT/attachments");
    private static final Path NAVIGATION = Path.of("modules/ROOT/nav.adoc");
    private static final Pattern LINK = Pattern.compile("xref:([^#\\[]*)(?:#([^\\[]*))?\\[");

    @Test
    void everyLinkHasATarget() throws IOException {
        List<String> broken = new ArrayList<>(brokenLinks(NAVIGATION));
        for (Path page : pages()) {
            broken.addAll(brokenLinks(page));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theNavigationHasAllPages() throws IOException {
        assertThat(Files.readString(NAVIGATION))
                .contains(pages().stream().map(page -> "xref:" + page.getFileName() + "[").toList());
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Path target(String link) {
        return link.startsWith(ATTACHMENT) ? ATTACHMENTS.resolve(link.substring(ATTACHMENT.length())) : PAGES.resolve(link);
    }

    private static List<String> brokenLinks(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
            Path target = link.group(1).isEmpty() ? page : target(link.group(1));
            String anchor = link.group(2);
            if (!Files.exists(target) || anchor != null && !Files.readString(target).contains("[#" + anchor + "]")) {
                broken.add(page.getFileName() + ": " + link.group());
            }
        }
        return broken;
    }
}
