package io.quarkiverse.authlete.docs;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The comments that users read: those of the public API, and those of the settings, from which the reference is made. */
final class Javadoc {

    private static final Path RUNTIME = Path.of("../runtime/src/main/java/io/quarkiverse/authlete");
    private static final List<Path> SETTINGS = List.of(RUNTIME.resolve("runtime/config"));
    private static final Path BUILD_TIME_SETTINGS = Path
            .of("../deployment/src/main/java/io/quarkiverse/authlete/deployment/AuthleteBuildTimeConfig.java");
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern PARAGRAPH = Pattern.compile("<p>|<li>|</?ul>|\\R\\s*(?=@\\w+)|\\R\\s*\\R");

    private Javadoc() {
    }

    /** @return the sources of the packages that applications use */
    static List<Path> publicSources() {
        return Stream.of("", "model", "error", "event", "rest", "emulator")
                .flatMap(directory -> Pages.list(RUNTIME.resolve(directory), ".java").stream()).toList();
    }

    /** @return the sources of the comments of these packages */
    static List<Path> packages() {
        return publicSources().stream().filter(source -> source.endsWith("package-info.java")).toList();
    }

    static Stream<Prose> ofUserFacingTypes() {
        return Stream.of(publicSources().stream(),
                SETTINGS.stream().flatMap(directory -> Pages.list(directory, "Config.java").stream()),
                Stream.of(BUILD_TIME_SETTINGS)).flatMap(files -> files).flatMap(Javadoc::comments);
    }

    private static Stream<Prose> comments(Path file) {
        String source = Pages.text(file);
        return COMMENT.matcher(source).results().flatMap(comment -> {
            String place = file.getFileName() + ":" + (source.substring(0, comment.start()).lines().count() + 1);
            return Arrays.stream(PARAGRAPH.split(comment.group(1).replaceAll("(?m)^\\s*\\*", "")))
                    .map(text -> new Prose(place, plain(text))).filter(prose -> !prose.text().isEmpty());
        });
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:link|linkplain|see) [^\\s}]+\\s+([^}]+)}", "$1")
                .replaceAll("\\{@\\w+ ([^}]+)}", "`$1`").replaceAll("<[^>]+>", "").replaceAll("\\s+", " ").strip();
    }
}
