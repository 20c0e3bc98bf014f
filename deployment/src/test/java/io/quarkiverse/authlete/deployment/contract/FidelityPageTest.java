package io.quarkiverse.authlete.deployment.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.deployment.contract.Fact.Source;

/**
 * The page on the fidelity of the emulator is made from the tables of facts. With the system property {@code fidelity.write}
 * this test writes the page; without it, it fails if the page has become another one.
 */
class FidelityPageTest {

    private static final Path PAGE = Path.of("../docs/modules/ROOT/pages/fidelity.adoc");
    private static final String REWRITE = "-Dfidelity.write -Dtest=" + FidelityPageTest.class.getSimpleName();

    private static final String INTRODUCTION = """
            // Made from the tables of facts by FidelityPageTest, which also says how to make it anew. Do not edit.
            = The service and the emulator

            include::./includes/attributes.adoc[]

            What Authlete documents about these operations, where it documents nothing, and what the emulator does then. \
            *Where this page is silent, the emulator does what the documentation says*: %d facts that the vendor documents \
            in full are tested, and have no row here. Nothing has been compared with a real service.

            The public material is the vendor's https://developers.authlete.com/api-specification[OpenAPI document] (3.0.16), \
            https://developers.authlete.com/api-reference/token-operations/create-access-token[API reference], knowledge base, \
            table of result codes, and https://github.com/authlete/authlete-java-common[Java client].

            [#limits]
            == Limits of the service

            [cols="2,3"]
            |===
            | What | Limit

            | tokens in a list | 20 (`A159205`); a server may have another number
            | a list without a range | the first 5 by the API reference, 20 by the knowledge base
            | subject | 100 ASCII characters
            | properties of a token | 65,535 bytes after encryption, about 49,000 bytes of JSON
            | requests per second | not public; about 50 were observed
            | size of a batch | not public
            | times of stored tokens | whole seconds
            | tokens that nobody uses | deleted after 90 days, whatever their expiry. Introspection and update are use
            | list | not in the free plan
            |===

            What result codes mean, and what to do: xref:runbook.adoc#result-codes[Result codes].

            [#decided]
            == Where nothing is public

            *Do not rely on these rows for the real service.* Here the emulator decides, or lacks what is documented.

            """;

    private static final String PARTLY = """

            [#partly]
            == What is documented in part

            Refusals of which the code is public, but not the status or the action:

            """;

    private static final String ALSO_PARTLY = """

            All else, with what the public material says in parentheses; "example" means that only an example of the vendor, \
            or an observation, shows it:
            """;

    private static final String END = """

            [#checked]
            == How it is checked

            Each fact is a test over plain HTTP, unless it says "not checked", and this page is made from the same tables. \
            The clients of this extension are tested against a scripted server for what the documentation allows a service to do. \
            The vendor's own Java client, which knows nothing of this project, runs against the emulator, too.
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
        long unchecked = facts().filter(fact -> fact.check() == null).count();

        assertThat(unchecked).isLessThan(8);
    }

    private static String page() {
        StringBuilder page = new StringBuilder(
                INTRODUCTION.formatted(facts().filter(FidelityPageTest::isDocumentedInFull).count()));
        page.append("[cols=\"1,4,3\"]\n|===\n| Request | The emulator | Public material\n\n");
        for (Chapter chapter : EmulatorContractTest.CHAPTERS) {
            List<Fact> facts = chapter.facts().stream().filter(FidelityPageTest::isDecided).toList();
            if (!facts.isEmpty()) {
                page.append('.').append(facts.size()).append("+| ").append(chapter.title()).append('\n');
                facts.forEach(fact -> page.append("| ").append(text(fact)).append(" |")
                        .append(fact.material().equals("Nothing.") ? "" : " " + fact.material())
                        .append(fact.check() == null ? " _Not checked._" : "").append('\n'));
            }
        }
        page.append("|===\n").append(PARTLY);
        facts().filter(FidelityPageTest::isCodeDocumented).forEach(fact -> page.append("* ").append(text(fact)).append('\n'));
        page.append(ALSO_PARTLY);
        for (Chapter chapter : EmulatorContractTest.CHAPTERS) {
            List<Fact> facts = chapter.facts().stream()
                    .filter(fact -> !isDecided(fact) && !isDocumentedInFull(fact) && !isCodeDocumented(fact)).toList();
            if (!facts.isEmpty()) {
                page.append("\n[#").append(chapter.anchor()).append("]\n").append(chapter.title()).append("::\n");
                facts.forEach(fact -> page.append("* ").append(text(fact)).append(" (").append(material(fact)).append(")\n"));
            }
        }
        return page.append(END).toString();
    }

    private static Stream<Fact> facts() {
        return EmulatorContractTest.CHAPTERS.stream().flatMap(chapter -> chapter.facts().stream());
    }

    private static boolean isDecided(Fact fact) {
        return fact.source() == Source.OUR_DECISION;
    }

    private static boolean isDocumentedInFull(Fact fact) {
        return fact.source() == Source.DOCUMENTED && fact.material().startsWith("The same");
    }

    private static boolean isCodeDocumented(Fact fact) {
        return fact.source() == Source.DOCUMENTED
                && fact.material().matches("The codes?\\.|The codes?; (not the status|the status is inferred)\\.");
    }

    private static String text(Fact fact) {
        return fact.name() + "." + (fact.emulator().isEmpty() ? "" : " " + fact.emulator());
    }

    private static String material(Fact fact) {
        String material = fact.material().replaceFirst("\\.$", "");
        if (fact.source() == Source.DOCUMENTED) {
            return material;
        }
        return material.matches("The same|So in .*examples?") ? fact.source().text : fact.source().text + ": " + material;
    }
}
