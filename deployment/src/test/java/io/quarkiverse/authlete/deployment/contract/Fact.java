package io.quarkiverse.authlete.deployment.contract;

/**
 * How the emulator behaves, beside what is public of the real service.
 *
 * @param name states the fact
 * @param emulator what the emulator does, as far as the name leaves that open; may be empty
 * @param material what the public material says
 * @param source where the fact comes from
 * @param check fails if the emulator behaves in another way; {@code null} if no program can tell
 */
record Fact(String name, String emulator, String material, Source source, Check check) {

    enum Source {
        /** By the vendor. */
        DOCUMENTED("documented"),
        /** Seen in an example of the vendor, or in somebody's log of the real service. */
        EXAMPLE("example"),
        /** Follows from what is documented. */
        INFERRED("inferred"),
        /** Nothing public decides it, or the emulator does not have what is documented. */
        OUR_DECISION("our decision");

        final String text;

        Source(String text) {
            this.text = text;
        }
    }

    /** Runs against an emulator of its own. */
    interface Check {

        void run(Emulator emulator) throws Exception;
    }

    static Fact documented(String name, String emulator, String material, Check check) {
        return new Fact(name, emulator, material, Source.DOCUMENTED, check);
    }

    static Fact example(String name, String emulator, String material, Check check) {
        return new Fact(name, emulator, material, Source.EXAMPLE, check);
    }

    static Fact inferred(String name, String emulator, String material, Check check) {
        return new Fact(name, emulator, material, Source.INFERRED, check);
    }

    static Fact ourDecision(String name, String emulator, String material, Check check) {
        return new Fact(name, emulator, material, Source.OUR_DECISION, check);
    }

    /** What the emulator does not have, and what therefore can't be checked. */
    static Fact missing(String name, String emulator, String material) {
        return new Fact(name, emulator, material, Source.OUR_DECISION, null);
    }
}
