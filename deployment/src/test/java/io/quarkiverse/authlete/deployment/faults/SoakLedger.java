package io.quarkiverse.authlete.deployment.faults;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's book of what took effect: each call but list and batch status names something that no other call names. Also
 * counts faults and
 * results.
 */
final class SoakLedger {

    private static final Pattern KEY = Pattern.compile("\"(?:subject|accessToken|accessTokenIdentifier)\":\"([^\"]+)\"");

    private final Map<String, AtomicInteger> effects = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** What the server would answer if it came to that. */
    interface Answer {

        void write(FaultConnection connection) throws IOException;
    }

    /** Does what the request asks for. */
    Answer apply(ReceivedRequest request) {
        if (request.path().contains("/get/list")) {
            return connection -> connection.answerJson(Answers.LISTED);
        }
        if (request.path().contains("/create/batch/status/")) {
            return connection -> connection.answerJson(Answers.BATCH_STATUS);
        }
        String key = key(request);
        int times = effects.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
        if (request.method().equals("DELETE")) {
            return connection -> {
                if (times == 1) {
                    connection.write("HTTP/1.1 204 No Content\r\n\r\n");
                } else {
                    connection.answer("404 Not Found", "");
                }
            };
        }
        if (request.path().contains("/create/batch")) {
            count("batches taken");
            return connection -> connection.answerJson(Answers.BATCH_TAKEN);
        }
        if (request.path().contains("/create")) {
            count("tokens issued");
            return connection -> connection
                    .answerJson(Answers.action("OK", "\"accessToken\":\"" + token(key, times) + "\",\"expiresIn\":60"));
        }
        return connection -> connection.answerJson(Answers.goodFor(request));
    }

    private static String key(ReceivedRequest request) {
        if (request.method().equals("DELETE")) {
            return request.path().substring(request.path().lastIndexOf('/') + 1);
        }
        Matcher key = KEY.matcher(request.body());
        if (!key.find()) {
            throw new IllegalStateException("Nothing to write down: " + request.path());
        }
        return key.group(1);
    }

    /** @return the token that the server issues for this subject when it issues one for the nth time */
    static String token(String subject, int times) {
        return "token-" + times + "-of-" + subject;
    }

    /** @return how often the call that named this took effect */
    int effects(String key) {
        AtomicInteger times = effects.get(key);
        return times == null ? 0 : times.get();
    }

    /** @return how many creates, of a token or a batch, took effect more than once */
    long issuedTwice() {
        return effects.entrySet().stream().filter(entry -> entry.getKey().startsWith("create") && entry.getValue().get() > 1)
                .count();
    }

    void count(String what) {
        counts.computeIfAbsent(what, k -> new LongAdder()).increment();
    }

    long counted(String what) {
        LongAdder count = counts.get(what);
        return count == null ? 0 : count.sum();
    }

    Map<String, Long> counts() {
        Map<String, Long> sorted = new TreeMap<>();
        counts.forEach((what, count) -> sorted.put(what, count.sum()));
        return sorted;
    }
}
