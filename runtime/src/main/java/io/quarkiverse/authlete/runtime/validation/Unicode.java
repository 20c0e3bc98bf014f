package io.quarkiverse.authlete.runtime.validation;

/** Which text UTF-8 can hold. */
final class Unicode {

    private Unicode() {
    }

    /** @return whether the text has no half of a surrogate pair */
    static boolean isValid(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
