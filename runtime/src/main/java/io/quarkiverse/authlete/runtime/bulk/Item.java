package io.quarkiverse.authlete.runtime.bulk;

/** An item on its way through streams that allow no {@code null}. */
record Item<I>(I value) {
}
