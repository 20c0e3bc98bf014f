package io.quarkiverse.authlete.deployment.faults;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that writes down which subject was issued how many tokens, and loses the answer to every fifth create. */
final class IssueLedger {

    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"]+)\"");

    private final Map<String, Integer> issued = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    /** Loses answers by a reset and by an orderly close in turn. */
    FaultScript script() {
        return FaultScript.onRequest((request, connection) -> {
            issue(request);
            int number = requests.incrementAndGet();
            if (number % 10 == 0) {
                connection.reset();
            } else if (number % 5 == 0) {
                connection.close();
            } else {
                connection.answerJson(Answers.CREATED);
            }
        });
    }

    private void issue(ReceivedRequest request) {
        Matcher subject = SUBJECT.matcher(request.body());
        if (!subject.find()) {
            throw new IllegalStateException("A create without subject: " + request.path());
        }
        issued.merge(subject.group(1), 1, Integer::sum);
    }

    int tokens() {
        return issued.values().stream().mapToInt(Integer::intValue).sum();
    }

    long issuedTwice() {
        return issued.values().stream().filter(count -> count > 1).count();
    }
}
