package io.quarkiverse.authlete.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceFileReader;

/**
 * Each drawing is that of its source. The widths of letters differ between machines, so that drawings are not compared
 * themselves: each has the hash of what it was drawn from.
 */
class DrawingsTest {

    private static final Path DRAWINGS = Path.of("modules/ROOT/images");
    private static final Path SOURCES = DRAWINGS.resolve("src");
    private static final Path STYLE = SOURCES.resolve("style.iuml");

    @TestFactory
    Stream<DynamicTest> drawings() {
        return Pages.list(SOURCES, ".puml").stream().map(source -> DynamicTest.dynamicTest(source.getFileName().toString(),
                () -> {
                    Path drawing = DRAWINGS.resolve(source.getFileName().toString().replace(".puml", ".svg"));
                    if (Boolean.getBoolean("drawings.render")) {
                        Files.writeString(drawing, render(source) + "\n" + mark(source) + "\n");
                    }
                    assertThat(Files.readString(drawing)).as("drawn from another source: draw it anew, with"
                            + " -Ddrawings.render=true").contains(mark(source));
                }));
    }

    @Test
    void everyDrawingIsOnAPage() {
        String pages = Pages.all().stream().map(Pages::text).collect(joining());
        assertThat(Pages.list(DRAWINGS, ".svg").stream().map(drawing -> "image::" + drawing.getFileName() + "["))
                .isNotEmpty().filteredOn(image -> !pages.contains(image)).as("on no page").isEmpty();
    }

    private static String render(Path source) throws Exception {
        File directory = Files.createTempDirectory("drawing").toFile();
        SourceFileReader reader = new SourceFileReader(source.toFile(), directory, new FileFormatOption(FileFormat.SVG, false));
        File image = reader.getGeneratedImages().get(0).getPngFile();
        return Files.readString(image.toPath());
    }

    private static String mark(Path source) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path part : List.of(STYLE, source)) {
            all.write(Files.readString(part).replace("\r\n", "\n").getBytes(UTF_8));
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
        return "<!-- drawn from " + HexFormat.of().formatHex(hash) + " -->";
    }
}
