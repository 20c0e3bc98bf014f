package io.quarkiverse.authlete.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The site, as Antora builds it: without a warning, and without a link that leads nowhere. Runs with {@code -Psite}. */
@Tag("site")
class SiteTest {

    private static final Path REPOSITORY = Path.of("target/site-source");
    private static final Path SITE = Path.of("target/site");
    private static final Path JAVADOC = Path.of("../runtime/target/reports/apidocs");
    private static final String JAVADOC_URL = "https://javadoc.io/doc/io.quarkiverse.authlete/quarkus-authlete/latest";
    private static final Pattern LINK = Pattern.compile(" (?:href|src)=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

    private final Map<Path, Set<String>> ids = new HashMap<>();

    @BeforeAll
    static void build() throws Exception {
        copyToRepository();
        run("npm", "ci");
        run("npx", "antora", "--stacktrace", "antora-playbook.yml");
    }

    /** Antora reads from a repository, and not every copy of the sources is one, nor every worktree one that it knows. */
    private static void copyToRepository() throws Exception {
        if (Files.exists(REPOSITORY)) {
            // A page that was renamed would still be there.
            try (Stream<Path> old = Files.walk(REPOSITORY)) {
                old.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
        for (Path file : Stream.concat(Stream.of(Path.of("antora.yml")), Pages.tree(Path.of("modules"), "").stream())
                .toList()) {
            Path copy = REPOSITORY.resolve(file);
            Files.createDirectories(copy.getParent());
            if (Files.isRegularFile(file)) {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        run("git", "init", "-q", REPOSITORY.toString());
        run("git", "-C", REPOSITORY.toString(), "-c", "user.name=site", "-c", "user.email=site@localhost", "commit", "-q",
                "--allow-empty", "-m", "site");
    }

    @Test
    void everyPageIsBuilt() {
        assertThat(Pages.all()).allSatisfy(page -> assertThat(
                pageOf(page.getFileName().toString().replace(".adoc", ".html"))).exists());
    }

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = Pages.tree(SITE, ".html").stream().flatMap(page -> LINK.matcher(Pages.text(page)).results()
                .map(link -> link.group(1)).filter(link -> isBroken(page, link))
                .map(link -> SITE.relativize(page) + ": " + link))
                .distinct().toList();
        assertThat(broken).isEmpty();
    }

    /** A link into the javadoc is one to where a release publishes it: what was built from the sources is looked at. */
    @Test
    void linksLeadIntoTheJavadoc() {
        assertThat(Pages.tree(SITE, ".html").stream().flatMap(page -> LINK.matcher(Pages.text(page)).results()))
                .anyMatch(link -> link.group(1).startsWith(JAVADOC_URL));
        assertThat(isBroken(SITE.resolve("index.html"), JAVADOC_URL + "/io/quarkiverse/authlete/Nothing.html")).isTrue();
        assertThat(isBroken(SITE.resolve("index.html"), "#nothing")).isTrue();
    }

    private boolean isBroken(Path page, String link) {
        URI uri = URI.create(link.replace("&amp;", "&"));
        Path target;
        if (link.startsWith(JAVADOC_URL)) {
            target = JAVADOC.resolve(uri.getPath().substring(URI.create(JAVADOC_URL).getPath().length() + 1));
        } else if (uri.isAbsolute()) {
            return false;
        } else {
            target = uri.getPath().isEmpty() ? page : page.resolveSibling(uri.getPath()).normalize();
        }
        if (Files.isDirectory(target)) {
            target = target.resolve("index.html");
        }
        return !Files.exists(target) || uri.getFragment() != null && !ids(target).contains(uri.getFragment());
    }

    private Set<String> ids(Path page) {
        return ids.computeIfAbsent(page, html -> ID.matcher(Pages.text(html)).results().map(id -> id.group(1))
                .collect(Collectors.toSet()));
    }

    private static Path pageOf(String name) {
        return SITE.resolve("quarkus-authlete/dev").resolve(name);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("%s ended", String.join(" ", command)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as("exit code of %s, which said:%n%s", String.join(" ", command),
                Files.readString(output)).isZero();
        Files.delete(output);
    }
}
