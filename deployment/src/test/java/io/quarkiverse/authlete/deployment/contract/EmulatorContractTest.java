package io.quarkiverse.authlete.deployment.contract;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The emulator behaves as the tables of facts say. */
class EmulatorContractTest {

    static final List<Chapter> CHAPTERS = List.of(AnyRequestFacts.CHAPTER, ApiTokenFacts.CHAPTER, ListFacts.CHAPTER,
            CreateFacts.CHAPTER, BatchFacts.CHAPTER, UpdateFacts.CHAPTER, DeleteFacts.CHAPTER, RevokeFacts.CHAPTER,
            TokenLifeFacts.CHAPTER, HealthFacts.CHAPTER);

    @TestFactory
    Stream<DynamicContainer> facts() {
        return CHAPTERS.stream().map(chapter -> DynamicContainer.dynamicContainer(chapter.title(),
                chapter.facts().stream().filter(fact -> fact.check() != null)
                        .map(fact -> DynamicTest.dynamicTest(fact.name(), () -> check(fact)))));
    }

    private static void check(Fact fact) {
        try (Emulator emulator = Emulator.start()) {
            // Reports do not show the name of a row otherwise.
            assertAll(fact.name(), () -> fact.check().run(emulator));
        }
    }
}
