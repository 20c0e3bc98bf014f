package io.quarkiverse.authlete.benchmarks;

/**
 * Makes calls of all kinds before one kind is measured, as an application has after some minutes. The JIT compiler takes its
 * time, and would not come to what runs once in a call before hundreds of long lists had been measured.
 */
final class WarmUp {

    private static final int SHORT_CALLS = 40_000;
    private static final int LONG_LISTS = 2_000;
    private static final int CALLERS = 4;

    private WarmUp() {
    }

    static void reactive(TokenClient tokens) throws Exception {
        InFlight.run(SHORT_CALLS, CALLERS, tokens.callers(), tokens::create);
        InFlight.run(SHORT_CALLS, CALLERS, tokens.callers(), completion -> tokens.list(3, completion));
        InFlight.run(LONG_LISTS, CALLERS, tokens.callers(), completion -> tokens.list(1000, completion));
    }

    static void blocking(TokenClient tokens) throws Exception {
        for (int i = 0; i < SHORT_CALLS; i++) {
            tokens.create();
            tokens.list(3);
        }
        for (int i = 0; i < LONG_LISTS; i++) {
            tokens.list(1000);
        }
    }
}
