package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Links to pages, to anchors in them and to images lead somewhere; Asciidoctor alone lets them pass. */
class PageLinksTest {

    private static final Path MODULE = Path.of("modules/ROOT");
    private static final Path NAVIGATION = MODULE.resolve("nav.adoc");
    private static final String ATTACHMENT = "attachment$";
    private static final Pattern LINK = Pattern.compile("xref:([^#\\[]*)(?:#([^\\[]*))?\\[|<<([\\w-]+)(?:,[^>]*)?>>");
    private static final Pattern IMAGE = Pattern.compile("image::?([\\w./-]+)\\[");
    private static final Pattern IMAGES_DIRECTORY = Pattern.compile("^ifdef::env-github\\[:imagesdir: (\\S+)]$",
            Pattern.MULTILINE);
    private static final Pattern MARKDOWN_LINK = Pattern.compile("]\\((?!\\w+:)([^)#]*)(?:#([^)]*))?\\)");

    @Test
    void everyLinkHasATarget() {
        assertThat(Stream.concat(Pages.all().stream(), Stream.of(NAVIGATION)).flatMap(page -> LINK.matcher(Pages.text(page))
                .results().filter(link -> !leadsSomewhere(page, link)).map(link -> page.getFileName() + ": " + link.group())))
                .as("broken links").isEmpty();
    }

    @Test
    void everyLinkInMarkdownHasATarget() {
        assertThat(Pages.markdown().stream().flatMap(page -> MARKDOWN_LINK.matcher(Pages.text(page)).results()
                .filter(link -> !isThere(link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)), link.group(2)))
                .map(link -> page.getFileName() + ": " + link.group()))).as("broken links").isEmpty();
    }

    /** Antora finds images by itself; a forge that shows a page needs to know where they are. */
    @Test
    void everyImageIsThere() {
        assertThat(Pages.all().stream().flatMap(page -> IMAGE.matcher(Pages.text(page)).results().map(image -> image.group(1))
                .filter(image -> !Files.exists(Pages.DIRECTORY.resolve(imagesDirectory(page)).resolve(image)))
                .map(image -> page.getFileName() + ": " + image)))
                .as("no such image below the directory in :imagesdir:, which pages with images have for env-github").isEmpty();
    }

    @Test
    void theNavigationHasAllPages() {
        String navigation = Pages.text(NAVIGATION);
        assertThat(Pages.all().stream().map(page -> "xref:" + page.getFileName() + "["))
                .isNotEmpty().filteredOn(link -> !navigation.contains(link)).as("not in the navigation").isEmpty();
    }

    private static String imagesDirectory(Path page) {
        return IMAGES_DIRECTORY.matcher(Pages.text(page)).results().map(directory -> directory.group(1)).findFirst()
                .orElse("nowhere");
    }

    private static boolean leadsSomewhere(Path page, MatchResult link) {
        if (link.group(3) != null) {
            return isThere(page, link.group(3));
        }
        String target = link.group(1);
        return isThere(target.isEmpty() ? page
                : target.startsWith(ATTACHMENT) ? MODULE.resolve("attachments").resolve(target.substring(ATTACHMENT.length()))
                        : Pages.DIRECTORY.resolve(target),
                link.group(2));
    }

    private static boolean isThere(Path target, String anchor) {
        return Files.exists(target) && (anchor == null || !target.toString().endsWith(".adoc")
                || Pages.text(target).contains("[#" + anchor + "]"));
    }
}
