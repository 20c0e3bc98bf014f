package io.quarkiverse.authlete.deployment.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/**
 * The page on the fidelity of the emulator is made from the tables of facts. With the system property {@code fidelity.write}
 * this test writes the page; without it, it fails if the page has become another one.
 */
class FidelityPageTest {

    private static final Path PAGE = Path.of("../docs/modules/ROOT/pages/fidelity.adoc");
    private static final String REWRITE = "-Dfidelity.write -Dtest=" + FidelityPageTest.class.getSimpleName();

    private static final String INTRODUCTION = """
            // Made from the tables of facts by FidelityPageTest, which also says how to make it anew. Do not edit.
            = Fidelity of the emulator

            include::./includes/attributes.adoc[]

            How the emulator behaves, and what is publicly known of the real service. The emulator is as strict as the public material.

            The public material is the vendor's https://developers.authlete.com/api-specification[OpenAPI document] (3.0.16), \
            https://developers.authlete.com/api-reference/token-operations/create-access-token[API reference], knowledge base and \
            table of result codes, and its https://github.com/authlete/authlete-java-common[Java client]. The last column tells \
            where a row comes from:

            documented:: The vendor says so.
            example:: Nobody says so, but an example of the vendor shows it, or somebody has seen it.
            inferred:: It follows from what is documented.
            our decision:: Nothing public decides it, or the emulator does not have it. Do not rely on this for the real service.
            """;

    private static final String END = """

            [#checked]
            == How it is checked

            Each row is a test over plain HTTP, unless it says "not checked", and this page is made from the same table. \
            The clients of this extension are tested against a scripted server for what the documentation allows a service to do. \
            The vendor's own Java client, which knows nothing of this project, runs against the emulator too. \
            None of it has been compared with a real service.
            """;

    @Test
    void thePageHasTheFactsAndNothingElse() throws IOException {
        String page = page();
        if (System.getProperty("fidelity.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).as("The tables of facts have changed. Run the tests with " + REWRITE)
                .isEqualTo(page);
    }

    @Test
    void everyFactOfAChapterHasANameOfItsOwn() {
        assertThat(EmulatorContractTest.CHAPTERS).allSatisfy(chapter -> assertThat(chapter.facts()).extracting(Fact::name)
                .doesNotHaveDuplicates().doesNotContain(""));
    }

    @Test
    void fewFactsAreNotChecked() {
        long unchecked = EmulatorContractTest.CHAPTERS.stream().flatMap(chapter -> chapter.facts().stream())
                .filter(fact -> fact.check() == null).count();

        assertThat(unchecked).isLessThan(8);
    }

    private static String page() {
        return INTRODUCTION
                + EmulatorContractTest.CHAPTERS.stream().map(FidelityPageTest::section).collect(Collectors.joining()) + END;
    }

    private static String section(Chapter chapter) {
        return "\n[#" + chapter.anchor() + "]\n== " + chapter.title() + "\n\n"
                + (chapter.introduction().isEmpty() ? "" : chapter.introduction() + "\n\n")
                + "[cols=\"4,3,1\"]\n|===\n| The emulator | Public material | Source\n\n"
                + chapter.facts().stream().map(FidelityPageTest::row).collect(Collectors.joining("\n"))
                + "|===\n";
    }

    private static String row(Fact fact) {
        return "| *" + fact.name() + ".*" + (fact.emulator().isEmpty() ? "" : " " + fact.emulator()) + "\n| "
                + fact.material() + "\n| " + fact.source().text + (fact.check() == null ? ", not checked" : "") + "\n";
    }
}
