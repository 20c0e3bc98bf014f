package io.quarkiverse.authlete.runtime.dpop.jose;

/** Why a key can't be used; the message goes behind the name of the property, and shows nothing of the key. */
final class UnusableKeyException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Without a cause: messages of parsers quote what they parse. */
    UnusableKeyException(String what) {
        super(what);
    }
}
