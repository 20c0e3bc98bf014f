package io.quarkiverse.authlete.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;

import io.quarkiverse.authlete.error.AuthleteException;
import io.quarkiverse.authlete.model.TokenListRequest;

/** Whatever is done to a list while it is read: what exists all the time is reported exactly once, or the stream fails. */
class ChangingListTest {

    private static final int RUNS = 200;

    private final List<String> read = new ArrayList<>();

    @Test
    void oneMoreInFrontBeforeEachPage() {
        TokenList list = new TokenList(100);
        list.beforeEachPage = () -> list.insert(0, 1);

        check("", list, 10);

        // No page more than without changes: the overlap is in the next page all the same.
        assertThat(list.requests).hasSizeLessThanOrEqualTo(14);
    }

    @Test
    void oneLessInFrontBeforeEachPage() {
        TokenList list = new TokenList(100);
        list.beforeEachPage = () -> list.remove(0, 1);

        check("", list, 10);

        // Each time, the overlap is in front of the page, and found at once where the new total says.
        assertThat(list.requests).hasSizeLessThanOrEqualTo(30);
    }

    @Test
    void theOverlapIsRemovedBeforeEachPage() {
        TokenList list = new TokenList(100);
        int[] page = { 0 };
        list.beforeEachPage = () -> {
            page[0] += 8;
            list.remove(page[0], page[0] + 2);
        };

        check("", list, 10);
    }

    @Test
    void moreThanAPageIsRemovedAroundThePlace() {
        TokenList list = new TokenList(200);
        after(list, 10, () -> list.remove(60, 120));

        check("", list, 10);

        assertThat(list.permanent()).hasSize(140);
    }

    @Test
    void moreThanAPageComesInFront() {
        TokenList list = new TokenList(20_000);
        after(list, 100, () -> list.insert(0, 5000));

        check("", list, 100);

        // The total tells how far the place has moved.
        assertThat(list.requests).hasSizeLessThan(207);
    }

    @Test
    void moreThanIsRememberedIsRemovedInFront() {
        TokenList list = new TokenList(20_000);
        after(list, 100, () -> list.remove(0, 5000));

        check("", list, 100);

        assertThat(list.requests).hasSizeLessThan(207);
    }

    @Test
    void allOfASmallListIsReplaced() {
        TokenList list = new TokenList(500);
        after(list, 3, () -> {
            list.remove(0, 500);
            list.insert(0, 300);
        });

        check("", list, 100);

        assertThat(read).containsAll(list.tokens);
    }

    @Test
    void allOfALargeListIsRemoved() {
        TokenList list = new TokenList(5000);
        after(list, 30, () -> list.remove(0, 5000));

        check("", list, 100);
    }

    @Test
    void theStreamFailsRatherThanLeavingTokensOut() {
        TokenList list = new TokenList(5000);
        // Tokens that were forgotten, then none of those that are remembered, then tokens that were not read yet.
        after(list, 30, () -> list.remove(1000, 4000));

        assertThatThrownBy(() -> read(list, 100, token -> {
        })).isExactlyInstanceOf(AuthleteException.class).hasMessageContaining("1000 or more")
                .hasMessageContaining("Read it again").matches(failure -> ((AuthleteException) failure).safeToRetry());
        assertThat(read).doesNotHaveDuplicates().hasSizeGreaterThan(2900);
    }

    @Test
    void whoeverReadsDeletesWhatIsRead() {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            TokenList list = new TokenList(2500);
            list.totalCount = totalCount(random);
            double share = random.nextDouble() + 0.2;
            List<String> all = List.copyOf(list.tokens);
            read.clear();

            read(list, 2 + random.nextInt(60), token -> {
                if (random.nextDouble() < share) {
                    list.remove(token);
                }
            });

            assertThat(read).as("seed " + seed).containsExactlyElementsOf(all);
        }
    }

    @Test
    void anyChangesBetweenAnyPages() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            int pageSize = 2 + random.nextInt(60);
            TokenList list = new TokenList(random.nextInt(1500));
            list.totalCount = totalCount(random);
            if (random.nextInt(5) == 0) {
                list.totalCount = random.nextBoolean() ? total -> total : total -> null;
                list.largestPage = 2 + random.nextInt(pageSize);
            }
            int[] changes = { 60 };
            list.beforeEachPage = () -> {
                if (changes[0]-- > 0) {
                    change(list, random, pageSize);
                }
            };
            read.clear();

            check("seed " + seed, list, pageSize);
        }
    }

    /** Pages of the largest size that the service takes, after larger ones were refused, or smaller ones from some page on. */
    @Test
    void anyChangesWhileTheServerRefusesTheSizeOfThePages() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            TokenList list = new TokenList(random.nextInt(1500));
            list.totalCount = totalCount(random);
            list.endIsEchoed = true;
            list.mostToAskFor = 20;
            int[] pages = { 0 };
            list.beforeEachPage = () -> {
                if (pages[0]++ < 60) {
                    change(list, random, 20);
                } else {
                    list.mostToAskFor = 7;
                }
            };
            read.clear();

            check("seed " + seed, list, random.nextBoolean() ? 20 : 100);
        }
    }

    @Test
    void aListThatIsMuchLongerThanWhatIsRemembered() {
        for (int seed = 0; seed < 2; seed++) {
            Random random = new Random(seed);
            TokenList list = new TokenList(20_000);
            list.totalCount = totalCount(random);
            list.beforeEachPage = () -> change(list, random, 100);
            read.clear();

            check("seed " + seed, list, 100);
        }
    }

    private void check(String description, TokenList list, int pageSize) {
        read(list, pageSize, token -> {
        });
        assertThat(read).as(description).doesNotHaveDuplicates();
        // Not containsAll(), which compares each of 20,000 with each.
        Set<String> missing = new HashSet<>(list.permanent());
        read.forEach(missing::remove);
        assertThat(missing).as(description).isEmpty();
    }

    private void read(TokenList list, int pageSize, Consumer<String> consumer) {
        list.stream(TokenListRequest.builder().range(0, pageSize).build()).onItem().invoke(token -> {
            read.add(token.accessTokenHash());
            consumer.accept(token.accessTokenHash());
        }).collect().last().await().atMost(Duration.ofSeconds(30));
    }

    private static void after(TokenList list, int pages, Runnable change) {
        int[] page = { 0 };
        list.beforeEachPage = () -> {
            if (page[0]++ == pages) {
                change.run();
            }
        };
    }

    private static IntFunction<Integer> totalCount(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> total -> 0;
            case 1 -> total -> -1;
            case 2 -> total -> total + 1000;
            case 3 -> total -> total / 2;
            case 4 -> total -> null;
            default -> total -> total;
        };
    }

    private static void change(TokenList list, Random random, int pageSize) {
        int size = list.tokens.size();
        int anywhere = random.nextInt(size + 1);
        int many = 1 + random.nextInt(3 * pageSize);
        switch (random.nextInt(12)) {
            case 0 -> list.insert(0, 1);
            case 1 -> list.insert(0, many);
            case 2 -> list.insert(anywhere, many);
            case 3 -> list.insert(size, many);
            case 4 -> list.remove(0, 1);
            case 5 -> list.remove(0, many);
            case 6 -> list.remove(anywhere, anywhere + 1);
            case 7 -> list.remove(anywhere, anywhere + many);
            case 8 -> list.remove(size - many, size);
            case 9 -> {
                list.remove(anywhere, anywhere + many);
                list.insert(0, many);
            }
            default -> {
            }
        }
    }
}
